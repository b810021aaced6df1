Describe 'Views at 80 columns' {
    BeforeAll {
        Import-Module "$PSScriptRoot/Support/Rehearsal.psm1" -Force
        Import-ModuleUnderTest
        $emulator = Start-Emulator
        Connect-NcpSearchEngine -Endpoint $emulator.Endpoint
        $progress = Get-NcpRollingUpgradeProgress 2700270

        # 15 characters are the longest name that the service takes; a hostname has 8 more.
        $no = Add-Cluster $emulator @{ name = 'production-logs' }
        $change = Wait-NcpRollingUpgrade $no -TargetVersionCode 2150 -PollIntervalSec 1 -Change | Select-Object -First 1
        Connect-NcpSearchEngine -Site Fin -Name another-account
        Connect-NcpSearchEngine -Site Gov -Region KRS -Name gov
        Connect-NcpSearchEngine -Endpoint $emulator.Endpoint
    }

    AfterAll {
        Get-NcpSearchEngineSession | Disconnect-NcpSearchEngine
        Stop-Emulator $emulator
    }

    It 'Nodes are a table under the head of their cluster' {
        $progress | Format-Table | Get-Screen | Should -Be @(
            ''
            '   Cluster: sso-test-270 (2700270)  270->290  1/5 done'
            ''
            'Hostname                   Role    State      Status             Updated'
            '--------                   ----    -----      ------             -------'
            'sso-test-270-m-1lv7        Manager Pending    running            03-05 21:14:49'
            'sso-test-270-m-1lv8        Manager Pending    running            03-05 21:14:55'
            'sso-test-270-d-1lv9        Data    Completed  complete           03-06 15:02:31'
            'sso-test-270-d-1lva        Data    InProgress Upgrade_OpenSearch 03-06 15:02:31'
            'sso-test-270-d-1lvb        Data    Pending    running            03-05 21:14:44'
            '', '' | Select-Object -First $(if ($PSEdition -eq 'Core') { 2 } else { 3 })
        )
    }

    It '<name>: nothing is cut, <width>' -ForEach @(
        foreach ($width in 'as a table', 'as a list') {
            @{ name = 'nodes'; width = $width; get = { $progress } }
            @{ name = 'a change'; width = $width; get = { $change } }
            @{ name = 'a summary'; width = $width; get = { Get-NcpRollingUpgradeProgress 3427188, 2700270, 1000003 -Summary } }
            @{ name = 'clusters'; width = $width; get = { Get-NcpSearchEngineCluster } }
            @{ name = 'versions'; width = $width; get = { Get-NcpSearchEngineVersion } }
            @{ name = 'sessions'; width = $width; get = { Get-NcpSearchEngineSession } }
        }
    ) {
        $screen = if ($width -eq 'as a table') { & $get | Format-Table | Get-Screen } else { & $get | Format-List | Get-Screen }

        $screen.Count | Should -BeGreaterThan 4
        $screen | Where-Object Length -gt 80 | Should -BeNullOrEmpty
        $screen -match "$([char]0x2026)|\.\.\." | Should -BeNullOrEmpty
    }

    It 'The host of every session is whole' {
        $screen = (Get-NcpSearchEngineSession | Get-Screen | ForEach-Object { $_.Split(' ')[-1] }) -join ''

        foreach ($session in Get-NcpSearchEngineSession) {
            $screen | Should -BeLike "*$(([uri]$session.Endpoint).Host)*"
        }
    }

    It 'A change tells cluster and time without a head' {
        $screen = $change | Get-Screen

        $screen[1] | Should -Match '^Updated +Cluster +Hostname +State +Status$'
        $screen[3] | Should -Match '^\d\d:\d\d:\d\d production-logs production-logs-\S+ +(InProgress|Completed) '
    }

    It 'States have colour, and lose it where there is none' -Skip:($PSEdition -ne 'Core') {
        $before = $PSStyle.OutputRendering
        try {
            $PSStyle.OutputRendering = 'Ansi'
            $progress | Out-String -Width 80 | Should -Match "$([char]27)\[32mCompleted"
            $PSStyle.OutputRendering = 'PlainText'
            $progress | Out-String -Width 80 | Should -Not -Match ([char]27)
        }
        finally {
            $PSStyle.OutputRendering = $before
        }
    }

    It 'Out-File writes no colour' {
        $progress | Out-File TestDrive:/progress.txt

        Get-Content TestDrive:/progress.txt -Raw | Should -Not -Match ([char]27)
    }
}
