Describe 'Tab' {
    BeforeAll {
        Import-Module "$PSScriptRoot/Support/Rehearsal.psm1" -Force
        Import-ModuleUnderTest
        $emulator = Start-Emulator
        Connect-NcpSearchEngine -Endpoint $emulator.Endpoint -Name 'my account'
        Connect-NcpSearchEngine -Endpoint $emulator.Endpoint -Name prod

        function Complete([string] $Line) {
            (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches.CompletionText
        }
    }

    AfterAll {
        Get-NcpSearchEngineSession | Disconnect-NcpSearchEngine
        Stop-Emulator $emulator
    }

    It 'completes sites, and the regions of a site' {
        Complete 'Connect-NcpSearchEngine -Site ' | Should -Be 'Public', 'Gov', 'Fin'
        Complete 'Connect-NcpSearchEngine -Site Gov -Region ' | Should -Be 'KR', 'KRS'
        Complete 'Connect-NcpSearchEngine -Region s' | Should -Be 'SGN'
    }

    It 'completes sessions, quoted where they must be: <_>' -ForEach @(
        'Get-NcpRollingUpgradeProgress -Session ', 'Wait-NcpRollingUpgrade -Session ', 'Get-NcpSearchEngineCluster -Session ',
        'Select-NcpSearchEngineSession ', 'Disconnect-NcpSearchEngine ', 'Get-NcpSearchEngineSession '
    ) {
        Complete $_ | Should -Be "'my account'", 'prod'
    }

    It 'completes the profiles of a configure file' {
        $path = "$((Get-Item TestDrive:/).FullName)/configure"
        Set-Content $path '[DEFAULT]', 'ncloud_access_key_id = A', '[project]', 'ncloud_access_key_id = B'

        Complete "Connect-NcpSearchEngine -ConfigPath '$path' -ProfileName p" | Should -Be 'project'
    }

    It 'completes a number from its beginning or from the cluster''s name' {
        # The first Tab waits for a moment only; the list comes behind the prompt, for the next one.
        for ($tries = 0; $tries -lt 100 -and -not (Complete 'Get-NcpRollingUpgradeProgress 342'); $tries++) { Start-Sleep -Milliseconds 100 }

        Complete 'Get-NcpRollingUpgradeProgress 342' | Should -Be '3427188'
        Complete 'Wait-NcpRollingUpgrade sso' | Should -Be '2700270'
        Complete 'Wait-NcpRollingUpgrade -ClusterNo live' | Should -Be '1000001'
    }

    It 'completes properties behind a pipe' {
        Complete 'Get-NcpRollingUpgradeProgress 3427188 | Where-Object Upd' | Should -Be 'UpdatedAt'
        Complete 'Get-NcpRollingUpgradeProgress 3427188 -Summary | Sort-Object Perc' | Should -Be 'PercentComplete'
        Complete 'Get-NcpSearchEngineCluster | Where-Object SearchEngineS' | Should -Be 'SearchEngineStatus'
    }

    It 'completes nothing, and says nothing, where the service does not answer' {
        Connect-NcpSearchEngine -Endpoint http://127.0.0.1:9 -Name away

        Complete 'Get-NcpRollingUpgradeProgress -Session away 342' | Should -Not -Contain '3427188'
    }
}
