"""The commands of `deskproof`, one module each."""
