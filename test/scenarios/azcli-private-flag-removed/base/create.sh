#!/usr/bin/env bash
set -euo pipefail

RG=rg-shop
NAME="aks-shop"
# az aks create -g old -n old --enable-private-cluster

FLAGS=(
  --resource-group "$RG"
  --name "$NAME"
  --disable-run-command
)
FLAGS+=(--enable-private-cluster --disable-public-fqdn)

az aks create "${FLAGS[@]}" \
  --network-plugin azure \
  --outbound-type userDefinedRouting
