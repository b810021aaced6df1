BeforeDiscovery {
    Import-Module "$PSScriptRoot/Support/Rehearsal.psm1" -Force
    Import-ModuleUnderTest
    $cmdlets = (Get-Command -Module NcpSearchEngine).Name
}

Describe 'Get-Help <_>' -ForEach $cmdlets {
    BeforeAll {
        Import-Module "$PSScriptRoot/Support/Rehearsal.psm1" -Force
        Import-ModuleUnderTest
        $cmdlet = Get-Command $_
        $help = Get-Help $_ -Full
    }

    It 'says what it is for, and gives examples' {
        $help.Synopsis | Should -Not -BeLike "*$($cmdlet.Name) *"
        $help.Synopsis.Trim() | Should -Match '\.$'
        @($help.Examples.Example).Count | Should -BeGreaterThan 3
        @($help.RelatedLinks.NavigationLink)[0].Uri | Should -Match "/$($cmdlet.Name)\.md$"
    }

    It 'describes every parameter and none that is not there' {
        $common = [System.Management.Automation.Cmdlet]::CommonParameters
        $own = $cmdlet.Parameters.Keys | Where-Object { $_ -notin $common } | Sort-Object
        $told = $help.Parameters.Parameter

        $told.Name | Sort-Object | Should -Be $own
        $told | Where-Object { -not ($_.Description | Out-String).Trim() } | ForEach-Object Name | Should -BeNullOrEmpty
    }

    It 'shows on 80 columns' {
        $help | Get-Screen | Where-Object Length -gt 80 | Should -BeNullOrEmpty
    }
}

Describe 'Get-Help about_' {
    It 'finds <_>' -ForEach @(
        'about_NcpSearchEngine', 'about_NcpSearchEngine_ContinuousIntegration', 'about_NcpSearchEngine_Emulator', 'about_NcpSearchEngine_Sessions',
        'about_NcpSearchEngine_Troubleshooting', 'about_NcpSearchEngine_Waiting'
    ) {
        $text = Get-Help $_ | Out-String

        $text | Should -Match 'SHORT DESCRIPTION'
        $text | Should -Match $_
    }
}
