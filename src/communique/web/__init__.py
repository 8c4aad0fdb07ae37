"""The desk in a browser: pages over the queries of the store, served by this machine to itself."""
