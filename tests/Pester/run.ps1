<#
.SYNOPSIS
    Runs the Pester suite: the module as a user has it, in this PowerShell, against a started emulator.
.DESCRIPTION
    `dotnet build` makes what it needs: the module in output/NcpSearchEngine, the emulator, and Pester in bin/Pester beside this file.
    Without those files it takes an installed Pester, 5.5 or later. It ends with exit code 1 where a test failed, or where there is no Pester.
.EXAMPLE
    dotnet tool restore; dotnet pwsh -NoProfile -File tests/Pester/run.ps1
.EXAMPLE
    powershell.exe -NoProfile -File tests\Pester\run.ps1
#>
[CmdletBinding()]
param(
    # The folder of the module to test.
    [string] $ModulePath = (Join-Path $PSScriptRoot '../../output/NcpSearchEngine'),

    # Where to write the result as NUnit 3 XML.
    [string] $ReportPath,

    # Only the files of these names, such as Wait or Secret*.
    [string[]] $Name = '*',

    # Runs an installed Pester of this version in place of the one that the build lays out.
    [version] $PesterVersion
)

$ErrorActionPreference = 'Stop'

if ($PesterVersion) {
    Import-Module Pester -RequiredVersion $PesterVersion
}
elseif (Test-Path "$PSScriptRoot/bin/Pester/Pester.psd1") {
    Import-Module "$PSScriptRoot/bin/Pester/Pester.psd1"
}
elseif (Get-Module Pester -ListAvailable | Where-Object Version -ge '5.5') {
    Import-Module Pester -MinimumVersion 5.5
}
else {
    Write-Warning 'The Pester suite was not run: there is no Pester. `dotnet build` fetches it; or install it, version 5.5 or later.'
    exit 1
}

$env:NCP_SEARCH_ENGINE_MODULE = (Resolve-Path $ModulePath).Path
Write-Host "PowerShell $($PSVersionTable.PSVersion), Pester $((Get-Module Pester).Version), $env:NCP_SEARCH_ENGINE_MODULE"

$configuration = New-PesterConfiguration
$configuration.Run.Path = @($Name | ForEach-Object { Get-ChildItem $PSScriptRoot -Filter "$_.Tests.ps1" } | ForEach-Object FullName)
$configuration.Run.PassThru = $true
if ($ReportPath) {
    $configuration.TestResult.Enabled = $true
    $configuration.TestResult.OutputFormat = 'NUnit3'
    $configuration.TestResult.OutputPath = $ReportPath
}

$result = Invoke-Pester -Configuration $configuration
exit [int]($result.Result -ne 'Passed')
