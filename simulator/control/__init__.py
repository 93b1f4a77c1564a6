"""The control plane under `/_control` and its typed client. Rule: every action is one command into the same core."""
