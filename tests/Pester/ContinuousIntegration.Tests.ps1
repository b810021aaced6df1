# The step of action.yml and of the Azure Pipelines template, as the hosts run it: with their variables, with what they write around a script, and by
# their command line.
BeforeDiscovery {
    $ends = @(
        @{ Plan = @{}; Inputs = @{}; ExitCode = 0; End = 'Completed'; State = 'Completed' }
        @{ Plan = @{ failsAtNode = 2 }; Inputs = @{}; ExitCode = 1; End = 'RollingUpgradeFailed'; State = 'NotCompleted' }
        @{ Plan = @{ stallsAtNode = 1 }; Inputs = @{ NCP_STALL_TIMEOUT_SEC = '2' }; ExitCode = 1; End = 'RollingUpgradeStalled'; State = 'NotCompleted' }
        @{ Plan = @{ stallsAtNode = 1 }; Inputs = @{ NCP_TIMEOUT_SEC = '2' }; ExitCode = 1; End = 'RollingUpgradeTimeout'; State = 'NotCompleted' }
    )
    $hosts = @{ HostName = 'GitHubActions' }, @{ HostName = 'AzureDevOps' }
}

Describe 'The step of the action on <HostName>' -ForEach $hosts -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
    BeforeAll {
        Import-Module "$PSScriptRoot/Support/Rehearsal.psm1" -Force
        $emulator = Start-Emulator
        $isGitHub = $HostName -eq 'GitHubActions'
        $root = (Resolve-Path "$PSScriptRoot/../..").Path

        # The file and the command line that the host makes of a script.
        function New-Step([string] $Script) {
            $folder = (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid()))).FullName
            $file = Join-Path $folder 'step.ps1'
            $around = if ($isGitHub) {
                "`$ErrorActionPreference = 'stop'", $Script, 'if ((Test-Path -LiteralPath variable:\LASTEXITCODE)) { exit $LASTEXITCODE }'
            }
            else {
                "`$ErrorActionPreference = 'Stop'", $Script,
                'if (!(Test-Path -LiteralPath variable:\LASTEXITCODE)) {',
                '    Write-Host ''##vso[task.debug]$LASTEXITCODE is not set.''',
                '} else {',
                '    Write-Host (''##vso[task.debug]$LASTEXITCODE: {0}'' -f $LASTEXITCODE)',
                '    exit $LASTEXITCODE',
                '}'
            }
            Set-Content $file $around -Encoding utf8
            $variables = if ($isGitHub) {
                foreach ($name in 'summary', 'output') { $null = New-Item (Join-Path $folder $name) }
                @{ GITHUB_ACTIONS = 'true'; GITHUB_STEP_SUMMARY = Join-Path $folder 'summary'; GITHUB_OUTPUT = Join-Path $folder 'output'; TF_BUILD = $null }
            }
            else {
                @{ TF_BUILD = 'True'; AGENT_TEMPDIRECTORY = $folder; GITHUB_ACTIONS = $null; GITHUB_OUTPUT = $null }
            }
            [pscustomobject]@{
                Folder       = $folder
                Environment  = $variables
                Command      = ". '$file'"
                ArgumentList = if ($isGitHub) { @() } else { '-NoLogo', '-NoProfile', '-NonInteractive' }
            }
        }

        function Invoke-Step($Step, [hashtable] $Environment = @{}) {
            Invoke-Shell $Step.Command -ArgumentList $Step.ArgumentList -Environment ($Step.Environment + $Environment)
        }

        function Get-Summary($Step) {
            if ($isGitHub) { Get-Content (Join-Path $Step.Folder 'summary') -Raw } else { Get-Content (Join-Path $Step.Folder 'Rolling upgrade.md') -Raw }
        }

        function Get-StepOutput($Step, $Result, [string] $Name) {
            if ($isGitHub) {
                [regex]::Match((Get-Content (Join-Path $Step.Folder 'output') -Raw), "(?m)^$Name<<(ncp_\w+)\r?\n(.*)\r?\n\1").Groups[2].Value
            }
            else {
                $camelCase = [regex]::Replace($Name, '-(.)', { $args[0].Groups[1].Value.ToUpperInvariant() })
                [regex]::Match($Result.Text, "(?m)^##vso\[task\.setvariable variable=$camelCase;isOutput=true\](.*)$").Groups[1].Value
            }
        }

        function Get-End($Result) {
            $Result.Lines -match $(if ($isGitHub) { '^::(notice|error) title=' } else { '^(##\[section\]|##vso\[task\.logissue type=error)' })
        }
    }

    AfterAll { Stop-Emulator $emulator }

    It 'exits with <ExitCode> after <End>, says so once, and leaves a page and outputs' -ForEach $ends {
        $no = Add-Cluster $emulator $Plan
        $script = Join-Path $root 'actions/wait-rolling-upgrade.ps1'
        $step = New-Step "& '$script'"
        $report = Join-Path $step.Folder 'report.html'

        $result = Invoke-Step $step ($Inputs + @{
                NCP_CLUSTERS = "cluster-$no"; NCP_TARGET_VERSION_CODE = '2150'; NCP_POLL_INTERVAL_SEC = '1'; NCP_ENDPOINT = $emulator.Endpoint
                NCP_MODULE_PATH = Get-ModulePath; NCP_REPORT_PATH = $report
            })

        $result.ExitCode | Should -Be $ExitCode
        Get-End $result | Should -HaveCount 1
        if ($ExitCode) { Get-End $result | Should -BeLike "*$End*" }
        Get-Summary $step | Should -BeLike "*cluster-$no*"
        $result.Lines -match '^WARNING' | Should -BeNullOrEmpty
        Get-StepOutput $step $result 'state' | Should -Be $State
        Get-StepOutput $step $result 'error-id' | Should -Be $(if ($ExitCode) { $End } else { '' })
        Get-StepOutput $step $result 'cluster-count' | Should -Be 1
        Get-StepOutput $step $result 'completed-count' | Should -Be (1 - $ExitCode)
        Get-StepOutput $step $result 'report-path' | Should -Be $report
        Get-Content $report -Raw | Should -BeLike "*cluster-$no*"
    }

    It 'that is cancelled leaves its page and outputs' -Skip:$IsWindows {
        $no = Add-Cluster $emulator @{ stallsAtNode = 2 }
        $script = Join-Path $root 'actions/wait-rolling-upgrade.ps1'
        $step = New-Step "& '$script'"
        $log = Join-Path $step.Folder 'log'
        $own = (Get-Process -Id $PID).Path
        $arguments = @(if ((Split-Path $own -Leaf) -like 'dotnet*') { Join-Path $PSHOME 'pwsh.dll' }) + $step.ArgumentList + @('-Command', "`"$($step.Command)`"")
        $variables = $step.Environment + @{
            NCP_CLUSTERS = $no; NCP_TARGET_VERSION_CODE = '2150'; NCP_POLL_INTERVAL_SEC = '1'; NCP_ENDPOINT = $emulator.Endpoint; NCP_MODULE_PATH = Get-ModulePath
        }
        $process = Start-Process $own $arguments -PassThru -NoNewWindow -Environment $variables -RedirectStandardOutput $log -RedirectStandardError "$log.error"
        for ($tries = 0; $tries -lt 600 -and "$(Get-Content $log -Raw)" -notlike "*cluster-$no*"; $tries++) { Start-Sleep -Milliseconds 100 }

        # What both hosts send first when a run is cancelled.
        & /bin/kill -INT $process.Id

        $process.WaitForExit(60000) | Should -BeTrue
        $process.ExitCode | Should -Not -Be 0
        Get-Summary $step | Should -BeLike "*cluster-$no*"
        $result = [pscustomobject]@{ Text = Get-Content $log -Raw; Lines = Get-Content $log }
        Get-StepOutput $step $result 'state' | Should -Be 'Interrupted'
        if (-not $isGitHub) { $result.Lines | Should -Contain "##vso[task.uploadsummary]$(Join-Path $step.Folder 'Rolling upgrade.md')" }
    }
}
