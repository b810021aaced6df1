# What every file of the suite starts with: an emulator of its own, the module under test, and keys that are easy to find where they don't belong.

$ErrorActionPreference = 'Stop'
$script:nextNo = 7000000
$script:kept = @{}

$AccessKey = 'PESTERSUITEACCESSKEY'

# Two halves, so that a trace of a part is found too.
$SecretHalves = 'PesterSuiteSecretHalfA', 'PesterSuiteSecretHalfB'
$Secret = -join $SecretHalves

function Get-ModulePath {
    if ($env:NCP_SEARCH_ENGINE_MODULE) { $env:NCP_SEARCH_ENGINE_MODULE }
    else { (Resolve-Path "$PSScriptRoot/../../../output/NcpSearchEngine").Path }
}

# Starts the built emulator as a process with a free port, and points the environment at it.
function Start-Emulator {
    param([string[]] $ArgumentList = @())

    $built = Get-ChildItem "$PSScriptRoot/../../../src/NcpSearchEngine.Emulator/bin/*/net10.0/NcpSearchEngine.Emulator.dll" |
        Sort-Object LastWriteTime | Select-Object -Last 1
    if (-not $built) {
        throw 'There is no emulator. Run `dotnet build` first.'
    }

    $output = New-TemporaryFile
    $trouble = New-TemporaryFile
    $process = Start-Process dotnet -PassThru -NoNewWindow -RedirectStandardOutput $output -RedirectStandardError $trouble -ArgumentList (
        @("`"$($built.FullName)`"", '--port', '0', '--quiet', '--access-key', $AccessKey, '--secret-key', $Secret) + $ArgumentList)
    $ready = $null
    for ($tries = 0; -not $ready -and $tries -lt 600; $tries++) {
        if ($process.HasExited) {
            throw "The emulator ended: $(Get-Content $trouble -Raw)"
        }

        Start-Sleep -Milliseconds 100
        $ready = [regex]::Match("$(Get-Content $output -Raw)", 'listens on (http://[^;\s]+)').Groups[1].Value
    }

    if (-not $ready) {
        Stop-Process -Id $process.Id
        throw 'The emulator did not start within a minute.'
    }

    Set-Keys @{
        NCLOUD_ACCESS_KEY_ID = $AccessKey
        NCLOUD_SECRET_ACCESS_KEY = $Secret
        NCP_EMULATOR_ENDPOINT = $ready
    }
    [pscustomobject]@{ Process = $process; Endpoint = $ready; Files = $output, $trouble }
}

function Stop-Emulator {
    param($Emulator)

    if ($Emulator) {
        Stop-Process -Id $Emulator.Process.Id
        $Emulator.Process.WaitForExit()
        Remove-Item $Emulator.Files -ErrorAction SilentlyContinue
    }

    foreach ($variable in $script:kept.Keys) {
        Set-Environment $variable $script:kept[$variable]
    }

    $script:kept.Clear()
}

# Asks the emulator's administration pages.
function Invoke-Emulator {
    param($Emulator, [string] $Path, $Body, [string] $Method = $(if ($Body) { 'Post' } else { 'Get' }))

    $request = @{ Uri = "$($Emulator.Endpoint)/_emulator/$Path"; Method = $Method; UseBasicParsing = $true }
    if ($Body) {
        $request.Body = ConvertTo-Json $Body -Compress
        $request.ContentType = 'application/json'
    }

    Invoke-RestMethod @request
}

# Adds a live cluster whose nodes take a second each, and returns its number.
function Add-Cluster {
    param($Emulator, [hashtable] $Plan = @{})

    $order = @{ no = [string]($script:nextNo++); nodeCount = 3; secondsPerNode = 1; speed = 1 }
    foreach ($key in $Plan.Keys) {
        $order[$key] = $Plan[$key]
    }

    $null = Invoke-Emulator $Emulator clusters $order
    $order.no
}

function Add-Fault {
    param($Emulator, [string] $Rule)

    $null = Invoke-Emulator $Emulator faults @{ fault = $Rule }
}

function Clear-Fault {
    param($Emulator)

    $null = Invoke-Emulator $Emulator faults -Method Delete
}

function Import-ModuleUnderTest {
    Import-Module (Get-ModulePath) -Global
}

function ConvertTo-Secure {
    param([string] $Text)

    $secure = [securestring]::new()
    $Text.ToCharArray() | ForEach-Object { $secure.AppendChar($_) }
    $secure
}

# Runs a script in a PowerShell of its own, as a step of a build does, and returns what it printed and its exit code.
function Invoke-Shell {
    param([string] $Command, [string] $File, [hashtable] $Environment = @{}, [string[]] $ArgumentList = @('-NoProfile', '-NonInteractive'))

    $own = (Get-Process -Id $PID).Path
    $arguments = @(if ((Split-Path $own -Leaf) -like 'dotnet*') { Join-Path $PSHOME 'pwsh.dll' }) + $ArgumentList
    $arguments += if ($File) { '-File', $File } else { '-Command', $Command }
    $before = @{}
    $variables = @{ PSModulePath = (Split-Path (Get-ModulePath)) + [IO.Path]::PathSeparator + $env:PSModulePath; NO_COLOR = '1' } + $Environment
    foreach ($variable in $variables.Keys) {
        $before[$variable] = [Environment]::GetEnvironmentVariable($variable)
        Set-Environment $variable $variables[$variable]
    }

    try {
        # Windows PowerShell makes errors of what a program writes to its error stream.
        $ErrorActionPreference = 'Continue'
        $lines = & $own @arguments 2>&1 | ForEach-Object { "$_" }
        [pscustomobject]@{ Text = $lines -join "`n"; Lines = @($lines); ExitCode = $LASTEXITCODE }
    }
    finally {
        foreach ($variable in $before.Keys) {
            Set-Environment $variable $before[$variable]
        }
    }
}

# The lines of a text as a terminal of 80 columns shows them.
function Get-Screen {
    param([Parameter(ValueFromPipeline)] $InputObject)

    begin { $all = [System.Collections.Generic.List[object]]::new() }
    process { $all.Add($InputObject) }
    end { ($all | Out-String -Width 80) -split '\r?\n' | ForEach-Object { $_.TrimEnd() } }
}

function Set-Keys {
    param([hashtable] $Variables)

    $clean = $Variables.Clone()
    foreach ($variable in 'NCLOUD_ACCESS_KEY', 'NCLOUD_SECRET_KEY', 'NCLOUD_API_GW', 'NCLOUD_REGION', 'NCLOUD_SITE', 'GITHUB_ACTIONS', 'TF_BUILD') {
        $clean[$variable] = $null
    }

    foreach ($variable in $clean.Keys) {
        $script:kept[$variable] = [Environment]::GetEnvironmentVariable($variable)
        Set-Environment $variable $clean[$variable]
    }
}

function Set-Environment {
    param([string] $Name, $Value)

    # SetEnvironmentVariable takes PowerShell's $null for an empty text.
    if ($null -eq $Value) { Remove-Item "Env:$Name" -ErrorAction SilentlyContinue }
    else { Set-Item "Env:$Name" $Value }
}

Export-ModuleMember -Variable AccessKey, Secret, SecretHalves -Function (
    'Start-Emulator', 'Stop-Emulator', 'Invoke-Emulator', 'Add-Cluster', 'Add-Fault', 'Clear-Fault', 'Get-ModulePath', 'Import-ModuleUnderTest',
    'ConvertTo-Secure', 'Invoke-Shell', 'Get-Screen')
