"""The review screen: the CV pane and the judgement beside it."""
