@{
    RootModule = 'bin/net8.0/EmptyModule.dll'
    ModuleVersion = '1.0.0'
    GUID = '4b0a4b0e-6d0b-4c1b-9d5e-2f6a4c8a9e11'
    Author = 'The NcpSearchEngine contributors'
    Description = 'One empty cmdlet and one view.'
    PowerShellVersion = '5.1'
    CompatiblePSEditions = @('Core', 'Desktop')
    FormatsToProcess = @('EmptyModule.Format.ps1xml')
    CmdletsToExport = @('Get-Nothing')
    FunctionsToExport = @()
    VariablesToExport = @()
    AliasesToExport = @()
}
