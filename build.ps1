<#
.SYNOPSIS
    Builds, tests, packs and publishes NcpSearchEngine: a thin front over dotnet.
.EXAMPLE
    ./build.ps1                    # Build, into output/NcpSearchEngine
.EXAMPLE
    ./build.ps1 -Task Build, Test
.EXAMPLE
    ./build.ps1 -Task Package      # Release packages of module, client and emulator, into output/packages
.EXAMPLE
    ./build.ps1 -Task Publish -WhatIf

    Publishes output/packages, the module to the PowerShell gallery, the others to NuGet, with the keys in PSGALLERY_API_KEY and NUGET_API_KEY.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [ValidateSet('Build', 'Test', 'Package', 'Publish')]
    [string[]] $Task = 'Build',

    # Of Build and Test; packages are always those of a release.
    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug',

    # The registered repository that Publish gives the module to.
    [string] $Gallery = 'PSGallery',

    # The NuGet source that Publish gives client and emulator to.
    [string] $NuGetSource = $env:NUGET_SOURCE
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

# A key comes from the environment only, and no message has it: what fails here does not tell its arguments.
function Get-Key([string] $Name) {
    $key = [Environment]::GetEnvironmentVariable($Name)
    if (-not $key) {
        throw "Publish needs a key in the environment variable $Name."
    }

    $key
}

function Publish-Packages {
    $galleryKey = Get-Key PSGALLERY_API_KEY
    $nuGetKey = Get-Key NUGET_API_KEY
    if (-not $NuGetSource) {
        throw 'Publish needs a NuGet source: give -NuGetSource, or set the environment variable NUGET_SOURCE.'
    }

    $version = Invoke-DotNet msbuild src/NcpSearchEngine/NcpSearchEngine.csproj -getProperty:Version
    $module, $client, $emulator = 'NcpSearchEngine', 'NcpSearchEngine.Client', 'NcpSearchEngine.Emulator' | ForEach-Object {
        Get-Item "output/packages/$_.$version.nupkg"
    }

    if ($PSCmdlet.ShouldProcess($module, "Publish to $Gallery")) {
        Publish-PSResource -NupkgPath $module -Repository $Gallery -ApiKey $galleryKey
    }

    foreach ($package in $client, $emulator) {
        if ($PSCmdlet.ShouldProcess($package, "Publish to $NuGetSource")) {
            & dotnet nuget push $package --source $NuGetSource --api-key $nuGetKey
            if ($LASTEXITCODE -ne 0) {
                throw "$($package.Name) was not published: dotnet ended with exit code $LASTEXITCODE."
            }
        }
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
        'Package' {
            Remove-Item output/packages -Recurse -ErrorAction Ignore
            Invoke-DotNet pack NcpSearchEngine.sln --configuration Release --output output/packages
        }
        'Publish' { Publish-Packages }
    }
}
finally {
    Pop-Location
}
