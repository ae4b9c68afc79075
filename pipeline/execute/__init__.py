"""Who calls the flow: finding the inputs, cutting shards, running them, and the run's closing manifest."""
