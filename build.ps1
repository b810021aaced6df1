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

Push-Location $PSScriptRoot
try {
    switch ($Task) {
        'Build' { Invoke-DotNet build NcpSearchEngine.sln --configuration $Configuration }
        'Test' { Invoke-DotNet test NcpSearchEngine.sln --configuration $Configuration }
    }
}
finally {
    Pop-Location
}
