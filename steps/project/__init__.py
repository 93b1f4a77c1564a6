"""The project that the commands work in: its `deskproof.toml`, and what that names."""
