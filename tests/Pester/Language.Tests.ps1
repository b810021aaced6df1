Describe 'Under <culture>' -ForEach @(
    @{ culture = 'ko-KR'; korean = $true }
    @{ culture = 'en-US'; korean = $false }
    @{ culture = 'de-DE'; korean = $false }
) {
    BeforeAll {
        Import-Module "$PSScriptRoot/Support/Rehearsal.psm1" -Force
        Import-ModuleUnderTest
        $emulator = Start-Emulator
        Connect-NcpSearchEngine -Endpoint $emulator.Endpoint
        $hangul = '\p{IsHangulSyllables}'
        $before = [cultureinfo]::CurrentCulture, [cultureinfo]::CurrentUICulture

        function Set-Culture([cultureinfo] $Culture, [cultureinfo] $UICulture = $Culture) {
            [cultureinfo]::CurrentCulture = $Culture
            [cultureinfo]::CurrentUICulture = $UICulture
        }
    }

    BeforeEach { Set-Culture $culture }

    AfterEach { Set-Culture $before[0] $before[1] }

    AfterAll {
        Get-NcpSearchEngineSession | Disconnect-NcpSearchEngine
        Stop-Emulator $emulator
    }

    It 'an error speaks the language, and its id does not' {
        Get-NcpRollingUpgradeProgress x -ErrorVariable errors -ErrorAction SilentlyContinue

        $errors.FullyQualifiedErrorId | Should -BeLike 'InvalidServiceGroupInstanceNo,*'
        $errors.Exception.Message -match $hangul | Should -Be $korean
    }

    It 'a wait speaks it, and states do not' {
        $no = Add-Cluster $emulator @{ stallsAtNode = 2 }

        $summary = Wait-NcpRollingUpgrade $no -TargetVersionCode 2150 -PollIntervalSec 1 -TimeoutSec 2 -Summary -ErrorVariable errors -ErrorAction SilentlyContinue

        $errors.Exception.Message -match $hangul | Should -Be $korean
        $summary.State | Should -Be 'InProgress'
    }

    It 'a table is the same' {
        $screen = Get-NcpRollingUpgradeProgress 2700270 | Get-Screen

        $screen | Should -Contain 'sso-test-270-d-1lva        Data    InProgress Upgrade_OpenSearch 03-06 15:02:31'
        $screen -match $hangul | Should -BeNullOrEmpty
    }

    It 'a CSV goes back to Wait with its dates' {
        $no = Add-Cluster $emulator
        Get-NcpRollingUpgradeProgress $no | Export-Csv TestDrive:/seen.csv -NoTypeInformation -Encoding UTF8

        $nodes = Import-Csv TestDrive:/seen.csv -Encoding UTF8 | Wait-NcpRollingUpgrade -PollIntervalSec 1

        $nodes.State | Should -Be 'Completed', 'Completed', 'Completed'
    }

    It 'JSON has the same dates' -Skip:($PSEdition -ne 'Core') {
        Get-NcpRollingUpgradeProgress 3427188 -Summary | ConvertTo-Json | Should -Match '"LastUpdatedAt":\s+"2025-03-24T17:11:28\+09:00"'
    }
}

Describe 'A PowerShell that speaks Korean' -Skip:($PSEdition -ne 'Core' -or $env:OS -eq 'Windows_NT') {
    BeforeAll {
        Import-Module "$PSScriptRoot/Support/Rehearsal.psm1" -Force
        $emulator = Start-Emulator
    }

    AfterAll { Stop-Emulator $emulator }

    It 'has Korean help, errors, and verbose text' {
        $shell = Invoke-Shell -Environment @{ LC_ALL = 'ko_KR.UTF-8' } -Command @'
            Import-Module NcpSearchEngine
            [cultureinfo]::CurrentUICulture.Name
            (Get-Help Wait-NcpRollingUpgrade).Synopsis
            $null = Connect-NcpSearchEngine -Endpoint $env:NCP_EMULATOR_ENDPOINT -Verbose 4>&1 -OutVariable told; "$told"
            try { Connect-NcpSearchEngine -Region XX } catch { $_.Exception.Message; $_.FullyQualifiedErrorId }
'@

        $shell.Lines[0] | Should -Be 'ko-KR'
        $shell.Lines[1, 2, 3] -notmatch '\p{IsHangulSyllables}' | Should -BeNullOrEmpty
        $shell.Lines[4] | Should -BeLike 'UnknownRegion,*'
    }
}
