Describe 'Objects from a file' {
    BeforeAll {
        Import-Module "$PSScriptRoot/Support/Rehearsal.psm1" -Force
        Import-ModuleUnderTest
        $emulator = Start-Emulator
        $session = Connect-NcpSearchEngine -Endpoint $emulator.Endpoint -PassThru
    }

    AfterAll {
        Get-NcpSearchEngineSession | Disconnect-NcpSearchEngine
        Stop-Emulator $emulator
    }

    It '<name> look as they did, <as>' -ForEach @(
        foreach ($as in 'as a table', 'as a list') {
            @{ as = $as; name = 'summaries'; get = { Get-NcpRollingUpgradeProgress 3427188, 1000003 -Summary } }
            @{ as = $as; name = 'clusters'; get = { Get-NcpSearchEngineCluster } }
            @{ as = $as; name = 'versions'; get = { Get-NcpSearchEngineVersion } }
            @{ as = $as; name = 'nodes'; get = { Get-NcpRollingUpgradeProgress 3427188, 2700270 } }
        }
    ) {
        $format = if ($as -eq 'as a table') { 'Format-Table' } else { 'Format-List' }
        $live = & $get
        $live | Export-Clixml TestDrive:/objects.xml

        $stored = Import-Clixml TestDrive:/objects.xml

        # How many nodes are done is known to live ones only.
        $stored | & $format | Get-Screen | Should -Be ($live | & $format | Get-Screen | ForEach-Object { $_ -replace '(Cluster: .*)  \d+/\d+ done$', '$1' })
        $stored[0].PSTypeNames[0] | Should -BeLike 'Deserialized.NcpSearchEngine.*'
    }

    It 'A stored change keeps its view' {
        $no = Add-Cluster $emulator
        $change = Wait-NcpRollingUpgrade $no -TargetVersionCode 2150 -PollIntervalSec 1 -Change | Select-Object -First 1
        $change | Export-Clixml TestDrive:/change.xml

        Import-Clixml TestDrive:/change.xml | Get-Screen | Should -Be ($change | Get-Screen)
    }

    It 'A stored node goes back into the pipeline' {
        Get-NcpRollingUpgradeProgress 3427188 | Export-Clixml TestDrive:/nodes.xml

        $again = Import-Clixml TestDrive:/nodes.xml | Select-Object -First 1 | Get-NcpRollingUpgradeProgress

        $again.Count | Should -Be 8
    }

    It 'A stored node says which upgrade to wait for' {
        $no = Add-Cluster $emulator
        Get-NcpRollingUpgradeProgress $no | Export-Clixml TestDrive:/seen.xml

        $nodes = Import-Clixml TestDrive:/seen.xml | Wait-NcpRollingUpgrade -PollIntervalSec 1

        $nodes.State | Should -Be 'Completed', 'Completed', 'Completed'
    }

    It 'A stored session shows itself, holds no key and is refused' {
        $session | Export-Clixml TestDrive:/session.xml -Depth 9
        $stored = Import-Clixml TestDrive:/session.xml

        $stored | Get-Screen | Should -Be ($session | Get-Screen)
        { Get-NcpRollingUpgradeProgress 3427188 -Session $stored } | Should -Throw -ErrorId 'InvalidSession,*'
        $file = Get-Content TestDrive:/session.xml -Raw
        $SecretHalves | ForEach-Object { $file | Should -Not -BeLike "*$_*" }
        $file | Should -Not -BeLike "*$AccessKey*"
    }
}
