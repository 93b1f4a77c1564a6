"""Which scenario runs which function of the product and of the harness, and which scenarios a change can reach."""
