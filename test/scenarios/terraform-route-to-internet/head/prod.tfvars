next_hop_type = "Internet"
