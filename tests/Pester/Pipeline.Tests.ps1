Describe 'Objects in a pipeline' {
    BeforeAll {
        Import-Module "$PSScriptRoot/Support/Rehearsal.psm1" -Force
        Import-ModuleUnderTest
        $emulator = Start-Emulator
        Connect-NcpSearchEngine -Endpoint $emulator.Endpoint
        $nodes = Get-NcpRollingUpgradeProgress 3427188
        $summary = Get-NcpRollingUpgradeProgress 3427188 -Summary

        # The contract: flat scalars, in this order.
        $nodeColumns = 'ServiceGroupInstanceNo', 'ClusterName', 'Hostname', 'Role', 'NodeRoleCode', 'State', 'Status', 'CurrentVersionCode',
            'TargetVersionCode', 'RequestedAt', 'UpdatedAt', 'NodeCount', 'RequestId', 'Session'
        $summaryColumns = 'ServiceGroupInstanceNo', 'ClusterName', 'State', 'CurrentVersionCode', 'TargetVersionCode', 'RequestedAt', 'NodeCount',
            'CompletedCount', 'InProgressCount', 'PendingCount', 'FailedCount', 'PercentComplete', 'CurrentHostname', 'LastUpdatedAt',
            'EstimatedCompletionAt', 'RequestId', 'Session'
    }

    AfterAll {
        Disconnect-NcpSearchEngine
        Stop-Emulator $emulator
    }

    It 'Where-Object tells the open nodes' {
        ($nodes | Where-Object State -ne Completed).Count | Should -Be 7
        ($nodes | Where-Object State -EQ InProgress).Hostname | Should -Be 'cluster000-mo-6tnl'
        ($nodes | Where-Object UpdatedAt -ge $summary.RequestedAt).Count | Should -Be 2
    }

    It 'Sort-Object sorts times as times' {
        $sorted = $nodes | Sort-Object UpdatedAt -Descending

        $sorted[0].State | Should -BeIn Completed, InProgress
        $sorted[-1].Hostname | Should -Be 'cluster000-do-6tnm'
    }

    It 'Group-Object counts states, and names the nodes' {
        $groups = $nodes | Group-Object State -AsHashTable -AsString

        $groups.Pending.Count | Should -Be 6
        $groups.Completed.Hostname | Should -Be 'cluster000-mo-6tnk'
        $nodes | Group-Object State | Out-String | Should -Match '\{cluster000-mo-6tnk\}'
    }

    It 'Measure-Object and Select-Object take numbers as numbers' {
        ($summary | Measure-Object PercentComplete -Average).Average | Should -Be 12
        ($nodes | Select-Object Hostname, @{ n = 'Since'; e = { $_.UpdatedAt - $_.RequestedAt } })[0].Since.TotalSeconds | Should -Be 107
    }

    It 'Export-Csv needs no Select-Object: <_>' -ForEach 'nodes', 'summary' {
        $objects = Get-Variable $_ -ValueOnly
        $columns = Get-Variable $(if ($_ -eq 'nodes') { 'nodeColumns' } else { 'summaryColumns' }) -ValueOnly

        $objects | Export-Csv TestDrive:/out.csv -NoTypeInformation

        $read = @(Import-Csv TestDrive:/out.csv)
        $read.Count | Should -Be @($objects).Count
        $read[0].PSObject.Properties.Name | Should -Be $columns
        $read[0].State | Should -BeIn Completed, InProgress
        (Get-Content TestDrive:/out.csv -Raw) | Should -Not -BeLike '*NcpSearchEngine.*'
    }

    It 'A CSV goes back into the pipeline' {
        $nodes | Export-Csv TestDrive:/back.csv -NoTypeInformation

        $again = Import-Csv TestDrive:/back.csv | Select-Object -First 1 | Get-NcpRollingUpgradeProgress

        $again.Hostname | Should -Be $nodes.Hostname
    }

    It 'ConvertTo-Json writes words and ISO 8601' {
        $json = $summary | ConvertTo-Json

        $json | Should -Match '"State":\s+"InProgress"'
        $json | Should -Match '"PercentComplete":\s+12\b'
        if ($PSEdition -eq 'Core') {
            $json | Should -Match '"RequestedAt":\s+"2025-03-24T17:09:41\+09:00"'
        }

        ($json | ConvertFrom-Json | Get-NcpRollingUpgradeProgress).Count | Should -Be 8
    }

    It 'ConvertTo-Csv, -OutVariable, -PipelineVariable and Tee-Object see the same objects' {
        $lines = Get-NcpRollingUpgradeProgress 3427188 -OutVariable out -PipelineVariable node | Tee-Object -Variable tee |
            ForEach-Object { "$($node.Hostname) $($_.State)" }

        $lines.Count | Should -Be 8
        $lines[0] | Should -Be 'cluster000-mo-6tnk Completed'
        $out.Count | Should -Be 8
        $tee.Count | Should -Be 8
    }

    It 'A number comes as <kind>' -ForEach @(
        @{ kind = 'text'; piped = '3427188' }
        @{ kind = 'integer'; piped = 3427188 }
        @{ kind = 'property'; piped = [pscustomobject]@{ ServiceGroupInstanceNo = '3427188' } }
        @{ kind = 'property by its alias'; piped = [pscustomobject]@{ ClusterNo = 3427188 } }
    ) {
        ($piped | Get-NcpRollingUpgradeProgress).Count | Should -Be 8
    }

    It 'A cluster that is not there does not take the others along' {
        $got = '3427188', '1', 'x', '2700270' | Get-NcpRollingUpgradeProgress -Summary -ErrorVariable errors -ErrorAction SilentlyContinue

        $got.ServiceGroupInstanceNo | Should -Be '3427188', '2700270'
        $errors.FullyQualifiedErrorId | Should -BeLike '*,NcpSearchEngine.Commands.GetNcpRollingUpgradeProgressCommand'
        $errors[0].FullyQualifiedErrorId | Should -BeLike 'ServiceError,*'
        $errors[0].Exception.Code | Should -Be 10107
        $errors[1].FullyQualifiedErrorId | Should -BeLike 'InvalidServiceGroupInstanceNo,*'
        $errors.TargetObject | Should -Be '1', 'x'
    }

    It 'Clusters pipe into progress by themselves' {
        (Get-NcpSearchEngineCluster cluster000, sso-* | Get-NcpRollingUpgradeProgress -Summary).ClusterName | Sort-Object | Should -Be 'cluster000', 'sso-test-270'
    }

    It 'Select-Object -First does not wait for the rest' {
        Add-Fault $emulator 'delay 5m on getRollingUpgradeProgress 2700270'
        try {
            $took = Measure-Command { $first = '3427188', '2700270' | Get-NcpRollingUpgradeProgress | Select-Object -First 1 }
        }
        finally {
            Clear-Fault $emulator
        }

        $first.Hostname | Should -Be 'cluster000-mo-6tnk'
        $took.TotalMinutes | Should -BeLessThan 1
    }
}
