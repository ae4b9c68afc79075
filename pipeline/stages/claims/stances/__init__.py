"""Whether a clause is fact, plan, target, forecast, possibility or opinion, and whether it is denied."""
