next_hop_type = "VirtualAppliance"
