Describe 'The secret key' {
    BeforeAll {
        Import-Module "$PSScriptRoot/Support/Rehearsal.psm1" -Force
        Import-ModuleUnderTest
        $emulator = Start-Emulator
        $keys = @{ AccessKey = $AccessKey; SecretKey = ConvertTo-Secure $Secret; Endpoint = $emulator.Endpoint }
        $credential = [pscredential]::new($AccessKey, $keys.SecretKey)

        # Whole, in halves, and as the bytes of either.
        $forms = foreach ($text in @($Secret) + $SecretHalves) {
            $text
            [BitConverter]::ToString([Text.Encoding]::UTF8.GetBytes($text))
        }
        $forms += [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($Secret)).Substring(0, 40)

        function Assert-NoSecret([string] $Text) {
            $Text | Should -Not -BeNullOrEmpty
            foreach ($form in $forms) {
                $Text.IndexOf($form, [StringComparison]::OrdinalIgnoreCase) | Should -Be -1
            }
        }
    }

    AfterAll {
        Get-NcpSearchEngineSession | Disconnect-NcpSearchEngine
        Stop-Emulator $emulator
    }

    It 'is in no trace of all that PowerShell can trace' {
        Trace-Command -Name * -Option All -FilePath TestDrive:/trace.txt -Expression {
            Connect-NcpSearchEngine @keys -Name one
            $credential | Connect-NcpSearchEngine -Endpoint $emulator.Endpoint -Name two -Validate
            Connect-NcpSearchEngine -Endpoint $emulator.Endpoint -Name three
            $session = Get-NcpSearchEngineSession one
            Get-NcpRollingUpgradeProgress 3427188 -Session $session | Out-String | Out-Null
            Get-NcpRollingUpgradeProgress 1 -Session $session -ErrorAction SilentlyContinue
            $session | Disconnect-NcpSearchEngine
        }

        $trace = Get-Content TestDrive:/trace.txt -Raw
        $trace | Should -BeLike '*BIND NAMED cmd line args*Connect-NcpSearchEngine*'
        Assert-NoSecret $trace
    }

    It 'is in no transcript' {
        Set-Content TestDrive:/step.ps1 @'
            param($Transcript)
            $DebugPreference = $VerbosePreference = 'Continue'
            Start-Transcript $Transcript -IncludeInvocationHeader | Out-Null
            Connect-NcpSearchEngine -Endpoint $env:NCP_EMULATOR_ENDPOINT -Validate
            Get-NcpSearchEngineSession | Format-List * -Force
            Get-NcpRollingUpgradeProgress 3427188
            Get-NcpRollingUpgradeProgress 1
            Connect-NcpSearchEngine -Endpoint $env:NCP_EMULATOR_ENDPOINT -Region XX
            $Error | Format-List * -Force
            Stop-Transcript | Out-Null
'@
        $root = (Get-Item TestDrive:/).FullName
        $step = Invoke-Shell -Command "& '$root/step.ps1' '$root/transcript.txt'"

        $transcript = Get-Content "$root/transcript.txt" -Raw
        $transcript | Should -BeLike '*cluster000-mo-6tnk*'
        $transcript | Should -BeLike '*UnknownRegion*'
        Assert-NoSecret $transcript
        Assert-NoSecret $step.Text
    }

    It 'is in nothing that a session or an error shows' {
        $session = Connect-NcpSearchEngine @keys -PassThru
        { Connect-NcpSearchEngine @keys -Region XX } | Should -Throw
        { Connect-NcpSearchEngine -AccessKey OTHER -SecretKey $keys.SecretKey -Endpoint $emulator.Endpoint -Validate } | Should -Throw

        $shown = @(
            $session | Format-List * -Force | Out-String
            $session | ConvertTo-Json -Depth 5 -WarningAction SilentlyContinue
            $session | Get-Member -Force | Out-String
            $session.PSObject.Members | Out-String
            $session | Format-Custom -Depth 9 | Out-String
            $Error[0..1] | Format-List * -Force | Out-String
            $Error[0..1] | ForEach-Object { $_.InvocationInfo | Format-List * -Force | Out-String }
            if (Get-Command Get-Error -ErrorAction SilentlyContinue) { $Error[0..1] | Get-Error | Out-String }
        ) -join "`n"
        Assert-NoSecret $shown
        $shown | Should -Not -BeLike "*$AccessKey*"
    }

    It 'is in no file of objects' {
        Connect-NcpSearchEngine @keys
        Get-NcpSearchEngineSession | Export-Clixml TestDrive:/session.xml -Depth 20
        Get-NcpRollingUpgradeProgress 3427188 | Export-Clixml TestDrive:/nodes.xml -Depth 20
        Get-NcpSearchEngineSession | Export-Csv TestDrive:/session.csv -NoTypeInformation

        'session.xml', 'nodes.xml', 'session.csv' | ForEach-Object { Assert-NoSecret (Get-Content TestDrive:/$_ -Raw) }
    }
}
