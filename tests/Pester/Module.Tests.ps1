Describe 'The module' {
    BeforeAll {
        Import-Module "$PSScriptRoot/Support/Rehearsal.psm1" -Force
        Import-ModuleUnderTest
        $emulator = Start-Emulator
        $cmdlets = Get-Command -Module NcpSearchEngine
    }

    AfterAll { Stop-Emulator $emulator }

    It 'has a manifest that passes, and exports eight cmdlets and nothing else' {
        $manifest = Test-ModuleManifest (Join-Path (Get-ModulePath) NcpSearchEngine.psd1)

        $manifest.ExportedCmdlets.Keys | Sort-Object | Should -Be @(
            'Connect-NcpSearchEngine', 'Disconnect-NcpSearchEngine', 'Get-NcpRollingUpgradeProgress', 'Get-NcpSearchEngineCluster',
            'Get-NcpSearchEngineSession', 'Get-NcpSearchEngineVersion', 'Select-NcpSearchEngineSession', 'Wait-NcpRollingUpgrade')
        $cmdlets.Name | Sort-Object | Should -Be ($manifest.ExportedCmdlets.Keys | Sort-Object)
        (Get-Module NcpSearchEngine).ExportedCommands.Count | Should -Be 8
    }

    It 'imports without a warning, by approved verbs and singular nouns' {
        $warnings = & { Import-Module (Get-ModulePath) -Force -Global } 3>&1

        $warnings | Should -BeNullOrEmpty
        $cmdlets.Verb | Sort-Object -Unique | Where-Object { $_ -notin (Get-Verb).Verb } | Should -BeNullOrEmpty
        $cmdlets.Noun | Where-Object { $_ -match '[^s]s$' -and $_ -notmatch 'Progress$' } | Should -BeNullOrEmpty
    }

    It 'tells what each cmdlet emits' {
        foreach ($cmdlet in $cmdlets | Where-Object Verb -in Get, Wait, Connect) {
            $cmdlet.OutputType.Name | Should -Not -BeNullOrEmpty -Because $cmdlet.Name
        }
    }

    It 'has no parameter that hides a common one or is an abbreviation of its own' {
        foreach ($cmdlet in $cmdlets) {
            $own = $cmdlet.Parameters.Values | Where-Object { $_.Name -cnotmatch '^[A-Z][A-Za-z]+$' }
            $own | Should -BeNullOrEmpty -Because $cmdlet.Name
        }
    }

    It 'closes its sessions when it is removed, and starts anew' {
        $session = Connect-NcpSearchEngine -Endpoint $emulator.Endpoint -PassThru

        Remove-Module NcpSearchEngine
        Get-Module NcpSearchEngine | Should -BeNullOrEmpty
        Import-ModuleUnderTest

        Get-NcpSearchEngineSession | Should -BeNullOrEmpty
        { Get-NcpRollingUpgradeProgress 3427188 -Session $session } | Should -Throw -ErrorId 'SessionClosed,*'
        Connect-NcpSearchEngine -Endpoint $emulator.Endpoint
        (Get-NcpRollingUpgradeProgress 3427188).Count | Should -Be 8
        Disconnect-NcpSearchEngine
    }

    It 'shows its objects after a second import too' {
        Import-Module (Get-ModulePath) -Force -Global
        Connect-NcpSearchEngine -Endpoint $emulator.Endpoint

        (Get-NcpRollingUpgradeProgress 3427188 | Get-Screen)[1] | Should -Be '   Cluster: cluster000 (3427188)  2140->2150  1/8 done'
        Disconnect-NcpSearchEngine
    }

    It 'works from a path with spaces and Korean letters' {
        # "module" in Hangul, by number: Windows PowerShell reads a file without a mark as ANSI.
        $folder = "$((Get-Item TestDrive:/).FullName)/a $([char]0xBAA8)$([char]0xB4C8)"
        New-Item $folder -ItemType Directory | Out-Null
        Copy-Item (Get-ModulePath) $folder -Recurse

        $step = Invoke-Shell "Import-Module '$folder/NcpSearchEngine'; Connect-NcpSearchEngine -Endpoint '$($emulator.Endpoint)'; (Get-NcpRollingUpgradeProgress 3427188).Count"

        $step.Lines | Should -Be '8'
    }
}
