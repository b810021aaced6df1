# What one would write today with Invoke-RestMethod, and the same by the module. Prints milliseconds.
param(
    [Parameter(Mandatory)] [ValidateSet('import', 'module', 'serial', 'parallel')] [string] $Way,
    [string] $Module,
    [string] $Endpoint,
    [int] $Clusters,
    [int] $ThrottleLimit
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$numbers = 3000000..(3000000 + $Clusters - 1)

$read = {
    param($Endpoint, $No)
    $path = '/api/v2/cluster/getRollingUpgradeProgress'
    $timestamp = [DateTimeOffset]::UtcNow.ToUnixTimeMilliseconds()
    $hmac = [System.Security.Cryptography.HMACSHA256]::new([Text.Encoding]::UTF8.GetBytes($env:NCLOUD_SECRET_ACCESS_KEY))
    $signature = [Convert]::ToBase64String($hmac.ComputeHash([Text.Encoding]::UTF8.GetBytes("POST $path`n$timestamp`n$env:NCLOUD_ACCESS_KEY_ID")))
    $headers = @{
        'x-ncp-apigw-timestamp'    = "$timestamp"
        'x-ncp-iam-access-key'     = $env:NCLOUD_ACCESS_KEY_ID
        'x-ncp-apigw-signature-v2' = $signature
    }
    $body = @{ serviceGroupInstanceNo = "$No"; regionNo = '1' } | ConvertTo-Json -Compress
    $answer = Invoke-RestMethod -Uri "$Endpoint$path" -Method Post -Headers $headers -ContentType 'application/json' -Body $body
    foreach ($node in $answer.result.nodeStatusVoList) {
        [pscustomobject]@{ ClusterNo = $No; Cluster = $answer.result.name; Hostname = $node.hostname; Status = $node.status; Updated = [datetime] $node.updatedDate }
    }
}

$watch = [System.Diagnostics.Stopwatch]::StartNew()
switch ($Way) {
    'import' {
        Import-Module $Module
    }
    'module' {
        Import-Module $Module
        Connect-NcpSearchEngine -Endpoint $Endpoint
        $nodes = $numbers | Get-NcpRollingUpgradeProgress -ThrottleLimit $ThrottleLimit
    }
    'serial' {
        $nodes = foreach ($no in $numbers) { & $read $Endpoint $no }
    }
    'parallel' {
        $text = $read.ToString()
        $nodes = $numbers | ForEach-Object -ThrottleLimit $ThrottleLimit -Parallel { & ([scriptblock]::Create($using:text)) $using:Endpoint $_ }
    }
}

$elapsed = $watch.Elapsed.TotalMilliseconds
if ($Way -ne 'import' -and @($nodes).Count -ne 8 * $Clusters) {
    throw "$(@($nodes).Count) nodes came in place of $(8 * $Clusters)."
}

$elapsed.ToString([cultureinfo]::InvariantCulture)
