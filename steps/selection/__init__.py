"""Which scenarios a run takes: by place, tag, words, change or shard, as the command line and the plugin are told."""
