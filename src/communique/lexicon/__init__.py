"""Knowledge as data: frames, word classes, offices, organisations, states, cues and codes, each entry with examples."""
