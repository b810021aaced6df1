<#
.SYNOPSIS
    Builds and tests NcpSearchEngine: a thin front over dotnet.
.EXAMPLE
    ./build.ps1                    # Build, into output/NcpSearchEngine
.EXAMPLE
    ./build.ps1 -Task Build, Test
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug'
)

$ErrorActionPreference = 'Stop'

function Invoke-DotNet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $($args -join ' ') ended with exit code $LASTEXITCODE."
    }
}

# In a PowerShell of its own, which lets go of the module when it ends: Windows PowerShell from Windows PowerShell, else the pinned one.
function Invoke-Suite {
    if ($PSEdition -eq 'Desktop') {
        & powershell.exe -NoProfile -File tests/Pester/run.ps1
        if ($LASTEXITCODE -ne 0) {
            throw "The Pester suite ended with exit code $LASTEXITCODE."
        }
    }
    else {
        Invoke-DotNet tool restore
        Invoke-DotNet pwsh -NoProfile -File tests/Pester/run.ps1
    }
}

Push-Location $PSScriptRoot
try {
    switch ($Task) {
        'Build' { Invoke-DotNet build NcpSearchEngine.sln --configuration $Configuration }
        'Test' {
            Invoke-DotNet test NcpSearchEngine.sln --configuration $Configuration
            Invoke-Suite
        }
    }
}
finally {
    Pop-Location
}
