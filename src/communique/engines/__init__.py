"""Running the same reading on one process, several, or many machines."""
