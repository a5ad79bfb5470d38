// Nothing of its own: the headers of its target are what counts.
