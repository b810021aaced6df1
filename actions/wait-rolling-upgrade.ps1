<#
.SYNOPSIS
    Connects, waits for rolling upgrades and reports: the step of action.yml and of azure-pipelines/wait-rolling-upgrade.yml.
.DESCRIPTION
    All input comes through the environment, so that none of it is ever a piece of a script. Wait-NcpRollingUpgrade itself writes the host's log and the
    step summary; this adds the outputs of the step, also where it fails or is cancelled.
#>
$ErrorActionPreference = 'Stop'

function Get-Setting([hashtable] $Names) {
    $settings = @{}
    foreach ($name in $Names.Keys) {
        $value = [Environment]::GetEnvironmentVariable($Names[$name])
        if (-not [string]::IsNullOrWhiteSpace($value)) {
            $settings[$name] = $value.Trim()
        }
    }
    $settings
}

function Write-StepOutput([string] $Name, [string] $Value) {
    if ($env:GITHUB_OUTPUT) {
        # A delimiter that nobody can guess, so that no value can end before it ends.
        $delimiter = 'ncp_' + [guid]::NewGuid().ToString('N')
        [IO.File]::AppendAllText($env:GITHUB_OUTPUT, "$Name<<$delimiter`n$Value`n$delimiter`n")
    }
    elseif ($env:TF_BUILD) {
        $camelCase = [regex]::Replace($Name, '-(.)', { $args[0].Groups[1].Value.ToUpperInvariant() })
        $escaped = $Value.Replace('%', '%AZP25').Replace("`r", '%0D').Replace("`n", '%0A')
        Write-Host "##vso[task.setvariable variable=$camelCase;isOutput=true]$escaped"
    }
}

function Import-WaitModule {
    if ($env:NCP_MODULE_PATH) {
        Import-Module $env:NCP_MODULE_PATH
        return
    }
    $version = $env:NCP_MODULE_VERSION
    if (-not (Get-Module NcpSearchEngine -ListAvailable | Where-Object Version -EQ $version)) {
        Install-PSResource NcpSearchEngine -Version $version -TrustRepository -Quiet
    }
    Import-Module NcpSearchEngine -RequiredVersion $version
}

# A number is taken as it is; a name, also with wildcards, means the clusters that have it. One that means none must not pass for done.
function Resolve-Cluster([string] $Cluster) {
    $numbers = @(if ($Cluster -match '^[0-9]+$') { $Cluster } elseif ($Cluster) { Get-NcpSearchEngineCluster $Cluster | ForEach-Object ServiceGroupInstanceNo })
    if ($numbers.Count -eq 0) {
        $message = "No cluster is meant by '$Cluster'. Give instance numbers or names."
        throw [System.Management.Automation.ErrorRecord]::new([ArgumentException] $message, 'InvalidServiceGroupInstanceNo', 'InvalidArgument', $Cluster)
    }
    $numbers
}

$connect = Get-Setting @{ Site = 'NCP_SITE'; Region = 'NCP_REGION'; Endpoint = 'NCP_ENDPOINT' }
$wait = Get-Setting @{
    TargetVersionCode = 'NCP_TARGET_VERSION_CODE'
    RequestedAfter    = 'NCP_REQUESTED_AFTER'
    TimeoutSec        = 'NCP_TIMEOUT_SEC'
    StallTimeoutSec   = 'NCP_STALL_TIMEOUT_SEC'
    StartTimeoutSec   = 'NCP_START_TIMEOUT_SEC'
    PollIntervalSec   = 'NCP_POLL_INTERVAL_SEC'
    ReportPath        = 'NCP_REPORT_PATH'
}
if ($env:NCP_SERVER_ROLE -eq 'true') {
    $connect.ServerRole = $true
}

$state = 'Interrupted'
$errorId = ''
$numbers = @()
$ended = @()
try {
    Import-WaitModule
    Connect-NcpSearchEngine @connect

    $numbers = @($env:NCP_CLUSTERS -replace '^[\s,]+|[\s,]+$' -split '[\s,]+' | ForEach-Object { Resolve-Cluster $_ })
    Wait-NcpRollingUpgrade $numbers @wait -Summary -OutVariable ended | Out-Null
    $state = 'Completed'
}
catch {
    $state = 'NotCompleted'
    $errorId = ($_.FullyQualifiedErrorId -split ',')[0]
    throw
}
finally {
    Write-StepOutput 'state' $state
    Write-StepOutput 'error-id' $errorId
    Write-StepOutput 'cluster-count' $numbers.Count
    Write-StepOutput 'completed-count' @($ended | Where-Object State -EQ 'Completed').Count
    if ($wait.ReportPath) {
        Write-StepOutput 'report-path' $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($wait.ReportPath)
    }
}
