Describe 'Wait-NcpRollingUpgrade' {
    BeforeAll {
        Import-Module "$PSScriptRoot/Support/Rehearsal.psm1" -Force
        Import-ModuleUnderTest
        $emulator = Start-Emulator
        Connect-NcpSearchEngine -Endpoint $emulator.Endpoint

        # The target makes it this upgrade, however fast it was over.
        $rehearsed = @{ TargetVersionCode = '2150'; PollIntervalSec = 1 }
        $quiet = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'errors'; WarningAction = 'SilentlyContinue' }
    }

    AfterAll {
        Disconnect-NcpSearchEngine
        Stop-Emulator $emulator
    }

    It 'emits the nodes when the upgrade is done' {
        $no = Add-Cluster $emulator

        $nodes = Wait-NcpRollingUpgrade $no @rehearsed

        $? | Should -BeTrue
        $nodes.Count | Should -Be 3
        $nodes.State | Sort-Object -Unique | Should -Be 'Completed'
    }

    It 'emits one object a cluster with -Summary, in whatever order they end' {
        $slow = Add-Cluster $emulator @{ nodeCount = 4 }
        $fast = Add-Cluster $emulator @{ nodeCount = 1 }

        $summaries = $slow, $fast | Wait-NcpRollingUpgrade -Summary @rehearsed

        $summaries.ServiceGroupInstanceNo | Should -Be $fast, $slow
        $summaries.PercentComplete | Should -Be 100, 100
    }

    It 'tells a failure, with the node it hangs on, after the last nodes' {
        $no = Add-Cluster $emulator @{ failsAtNode = 2 }

        $nodes = Wait-NcpRollingUpgrade $no @rehearsed @quiet

        $? | Should -BeFalse
        $errors.FullyQualifiedErrorId | Should -Be 'RollingUpgradeFailed,NcpSearchEngine.Commands.WaitNcpRollingUpgradeCommand'
        $errors.CategoryInfo.Category | Should -Be 'InvalidResult'
        $errors.TargetObject | Should -Be $no
        $failed = $nodes | Where-Object State -EQ Failed
        $errors.Exception.Message | Should -BeLike "*$($failed.Hostname)*"
    }

    It 'ends after -TimeoutSec, and says what goes on' {
        $no = Add-Cluster $emulator @{ stallsAtNode = 2 }

        $nodes = Wait-NcpRollingUpgrade $no @rehearsed -TimeoutSec 2 @quiet

        $nodes.Count | Should -Be 3
        $errors.FullyQualifiedErrorId | Should -BeLike 'RollingUpgradeTimeout,*'
        $errors.CategoryInfo.Category | Should -Be 'OperationTimeout'
    }

    It 'ends after -StallTimeoutSec without a change' {
        $no = Add-Cluster $emulator @{ stallsAtNode = 1 }

        Wait-NcpRollingUpgrade $no @rehearsed -StallTimeoutSec 3 @quiet | Out-Null

        $errors.FullyQualifiedErrorId | Should -BeLike 'RollingUpgradeStalled,*'
    }

    It 'waits no longer than -StartTimeoutSec for an upgrade that nobody started' {
        Wait-NcpRollingUpgrade 1000003 @rehearsed -StartTimeoutSec 1 @quiet | Out-Null

        $errors.FullyQualifiedErrorId | Should -BeLike 'RollingUpgradeNotStarted,*'
    }

    It 'takes no upgrade that was over long ago for the one that is waited for' {
        $no = Add-Cluster $emulator @{ nodeCount = 1; previousVersionCode = '2130'; starts = $false }

        $nodes = Wait-NcpRollingUpgrade $no -StartTimeoutSec 1 -PollIntervalSec 1 @quiet

        $nodes | Should -Not -BeNullOrEmpty
        $errors.FullyQualifiedErrorId | Should -BeLike 'RollingUpgradeNotStarted,*'
    }

    It 'emits each change as it happens with -Change' {
        $no = Add-Cluster $emulator

        $changes = Wait-NcpRollingUpgrade $no @rehearsed -Change

        $changes[0].PSTypeNames[0] | Should -Be 'NcpSearchEngine.RollingUpgradeNodeChange'
        ($changes | Where-Object State -EQ Completed).Count | Should -BeGreaterThan 1
        ($changes | Where-Object State -EQ Completed | Group-Object Hostname | Where-Object Count -gt 1) | Should -BeNullOrEmpty
    }

    It 'emits a summary at each change with -Change -Summary' {
        $no = Add-Cluster $emulator

        $summaries = Wait-NcpRollingUpgrade $no @rehearsed -Change -Summary

        $summaries[-1].State | Should -Be 'Completed'
        $summaries.CompletedCount | Should -Be @($summaries.CompletedCount | Sort-Object)
    }

    It 'ends with the first one that is done with -Any' {
        $stalled = Add-Cluster $emulator @{ stallsAtNode = 1 }
        $good = Add-Cluster $emulator @{ nodeCount = 1 }

        $summaries = Wait-NcpRollingUpgrade $stalled, $good -Any -Summary @rehearsed @quiet

        $summaries.ServiceGroupInstanceNo | Should -Be $good
        $errors | Should -BeNullOrEmpty
    }

    It 'lives through three 503' {
        $no = Add-Cluster $emulator
        Add-Fault $emulator "pass x1 then 503/500 x3 on getRollingUpgradeProgress $no"

        $told = Wait-NcpRollingUpgrade $no -Summary @rehearsed -Verbose 4>&1

        Clear-Fault $emulator
        ($told | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }) -match '503' | Should -Not -BeNullOrEmpty
        $told[-1].State | Should -Be 'Completed'
    }

    It 'waits for exactly the upgrade that Get saw' {
        $no = Add-Cluster $emulator

        $nodes = Get-NcpRollingUpgradeProgress $no | Wait-NcpRollingUpgrade -PollIntervalSec 1

        $nodes.Count | Should -Be 3
    }

    It 'reads back what Export-Csv wrote of it' {
        $no = Add-Cluster $emulator
        Get-NcpRollingUpgradeProgress $no | Export-Csv TestDrive:/seen.csv -NoTypeInformation

        $nodes = Import-Csv TestDrive:/seen.csv | Wait-NcpRollingUpgrade -PollIntervalSec 1

        $nodes.Count | Should -Be 3
    }

    It 'stops at once for Select-Object -First' {
        $no = Add-Cluster $emulator @{ nodeCount = 200 }

        $took = Measure-Command { $change = Wait-NcpRollingUpgrade $no @rehearsed -Change | Select-Object -First 1 }

        $change.ClusterName | Should -Be "cluster-$no"
        $took.TotalMinutes | Should -BeLessThan 1
    }

    Context 'where errors stop' {
        It 'gives the results of the others first, and then one error' {
            $bad = Add-Cluster $emulator @{ failsAtNode = 1 }
            $good = Add-Cluster $emulator

            try {
                Wait-NcpRollingUpgrade $bad, $good -Summary @rehearsed -ErrorAction Stop -OutVariable out -WarningVariable warnings -WarningAction SilentlyContinue
            }
            catch {
                $caught = $_
            }

            $caught.FullyQualifiedErrorId | Should -BeLike 'RollingUpgradeFailed,*'
            $caught.TargetObject | Should -Be $bad
            $out.ServiceGroupInstanceNo | Should -Be $bad, $good
            $out.State | Should -Be 'Failed', 'Completed'
            $warnings.Count | Should -Be 1
        }

        It '$ErrorActionPreference counts as -ErrorAction does' {
            $bad = Add-Cluster $emulator @{ failsAtNode = 1 }
            $ErrorActionPreference = 'Stop'

            { Wait-NcpRollingUpgrade $bad @rehearsed -WarningAction SilentlyContinue } | Should -Throw -ErrorId 'RollingUpgradeFailed,*'
        }
    }
}
