# A source: the build lays the module out in output/NcpSearchEngine, and that is what one imports.
@{
    RootModule = if ($PSEdition -eq 'Core') { 'bin/net8.0/NcpSearchEngine.dll' } else { 'bin/netstandard2.0/NcpSearchEngine.dll' }
    ModuleVersion = '0.1.0'
    GUID = '0cd601a9-9c7d-49ac-a2e9-c7e30b2993ea'
    Author = 'The NcpSearchEngine contributors'
    CompanyName = 'The NcpSearchEngine contributors'
    Copyright = '(c) 2026 The NcpSearchEngine contributors. MIT license.'
    Description = 'Follow and wait for rolling upgrades of NAVER Cloud Search Engine Service (managed OpenSearch) clusters, node by node.'
    PowerShellVersion = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions = @('Core', 'Desktop')
    FormatsToProcess = @('NcpSearchEngine.Format.ps1xml')
    CmdletsToExport = @(
        'Connect-NcpSearchEngine'
        'Disconnect-NcpSearchEngine'
        'Get-NcpRollingUpgradeProgress'
        'Get-NcpSearchEngineCluster'
        'Get-NcpSearchEngineSession'
        'Get-NcpSearchEngineVersion'
        'Select-NcpSearchEngineSession'
        'Wait-NcpRollingUpgrade'
    )
    FunctionsToExport = @()
    VariablesToExport = @()
    AliasesToExport = @()
    PrivateData = @{
        PSData = @{
            Tags = @('NAVER', 'NCP', 'NaverCloud', 'SearchEngine', 'OpenSearch', 'RollingUpgrade', 'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS')
            ProjectUri = 'https://github.com/ncp-search-engine/NcpSearchEngine'
            LicenseUri = 'https://github.com/ncp-search-engine/NcpSearchEngine/blob/main/LICENSE'
            IconUri = 'https://github.com/ncp-search-engine/NcpSearchEngine/raw/main/assets/icon.png'
            ReleaseNotes = 'https://github.com/ncp-search-engine/NcpSearchEngine/blob/main/CHANGELOG.md'
        }
    }
}
