# NcpSearchEngine in one minute, against the emulator.
# In a pwsh of your own: start the emulator, paste the lines that it prints, then run this file.

# The endpoint is the emulator's; leave -Endpoint out for a real account. The keys come from
# NCLOUD_ACCESS_KEY_ID and NCLOUD_SECRET_ACCESS_KEY.
Connect-NcpSearchEngine -Endpoint $env:NCP_EMULATOR_ENDPOINT

# A rolling upgrade, node by node: the answer that NAVER published in 2025.
Get-NcpRollingUpgradeProgress 3427188

# The one published in 2024. "running" is a node in normal service that this upgrade has not touched yet.
Get-NcpRollingUpgradeProgress 2700270

# Everything is an object. What is being upgraded at this moment?
Get-NcpRollingUpgradeProgress 3427188, 2700270 | Where-Object State -eq InProgress

# One line a cluster; the third is being upgraded right now.
Get-NcpRollingUpgradeProgress 3427188, 2700270, 1000001 -Summary

# The same as a sentence of your own.
Get-NcpRollingUpgradeProgress 1000001 -Summary | ForEach-Object { "now at $($_.CurrentHostname)" }

# Tell me the moment it is done, stuck or broken. (A real cluster takes minutes a node; this one is 60 times faster.)
Wait-NcpRollingUpgrade 1000001 -PollIntervalSec 1
