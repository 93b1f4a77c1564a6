"""The request of a run, and which scenarios it takes: by place, tag, words, change or shard."""
