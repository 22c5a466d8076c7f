"""Pages and archived copies asked for over the network: on an editor's word, and never by a build."""
