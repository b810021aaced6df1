Describe 'Connect-NcpSearchEngine' {
    BeforeAll {
        Import-Module "$PSScriptRoot/Support/Rehearsal.psm1" -Force
        Import-ModuleUnderTest
        $emulator = Start-Emulator
        $here = @{ Endpoint = $emulator.Endpoint }
        $keys = @{ AccessKey = $AccessKey; SecretKey = ConvertTo-Secure $Secret }
    }

    AfterEach { Get-NcpSearchEngineSession | Disconnect-NcpSearchEngine }

    AfterAll { Stop-Emulator $emulator }

    It 'takes an access key and a SecureString' {
        $session = Connect-NcpSearchEngine @keys @here -Validate -PassThru

        $session.AccessKey | Should -Be 'PEST************SKEY'
        $session.Source | Should -Be '-AccessKey'
        $session.IsDefault | Should -BeTrue
        Get-NcpSearchEngineVersion | Should -Not -BeNullOrEmpty
    }

    It 'takes a credential, also from the pipeline' {
        $credential = [pscredential]::new($keys.AccessKey, $keys.SecretKey)

        (Connect-NcpSearchEngine -Credential $credential @here -PassThru).Source | Should -Be '-Credential'
        ($credential | Connect-NcpSearchEngine @here -Name piped -Validate -PassThru).Name | Should -Be 'piped'
    }

    It 'takes the environment unasked, and says so' {
        $told = Connect-NcpSearchEngine @here -Verbose 4>&1

        "$told" | Should -BeLike "*environment (NCLOUD_ACCESS_KEY_ID, NCLOUD_SECRET_ACCESS_KEY)*$($emulator.Endpoint)*"
        (Get-NcpSearchEngineSession).Source | Should -BeLike 'environment*'
    }

    It 'takes a profile of a configure file, by a path of a PowerShell drive' {
        Set-Content TestDrive:/configure '[project]', "ncloud_access_key_id = $($keys.AccessKey)", "ncloud_secret_access_key = $Secret"

        Connect-NcpSearchEngine -ProfileName project -ConfigPath TestDrive:/configure @here -Validate -WarningAction SilentlyContinue

        (Get-NcpSearchEngineSession).Source | Should -BeLike "profile 'project' of *configure"
    }

    It 'emits nothing without -PassThru' {
        Connect-NcpSearchEngine @here | Should -BeNullOrEmpty
    }

    It 'stores no session whose keys the service refuses' {
        { Connect-NcpSearchEngine -AccessKey $keys.AccessKey -SecretKey (ConvertTo-Secure 'WrongSecret') @here -Validate } |
            Should -Throw -ErrorId 'AuthenticationFailed,NcpSearchEngine.Commands.ConnectNcpSearchEngineCommand'
        Get-NcpSearchEngineSession | Should -BeNullOrEmpty
    }

    It 'can be caught, with what a script decides by' {
        try { Connect-NcpSearchEngine -Region SG @here }
        catch [NcpSearchEngine.Client.NcpSearchEngineException] { $caught = $_ }

        $caught.FullyQualifiedErrorId | Should -BeLike 'UnknownRegion,*'
        $caught.CategoryInfo.Category | Should -Be 'InvalidArgument'
        $caught.Exception.Message | Should -BeLike '*SGN*'
    }

    It 'keeps sessions by name, one of which is the default' {
        Connect-NcpSearchEngine @here -Name one
        Connect-NcpSearchEngine @here -Name two
        (Get-NcpSearchEngineSession | Where-Object IsDefault).Name | Should -Be 'two'

        Select-NcpSearchEngineSession one

        (Get-NcpSearchEngineSession | Where-Object IsDefault).Name | Should -Be 'one'
        (Get-NcpRollingUpgradeProgress 3427188 -Session two | Select-Object -ExpandProperty Session -Unique) | Should -Be 'two'
    }

    It 'closes a session for every holder of it' {
        $session = Connect-NcpSearchEngine @here -PassThru

        $session | Disconnect-NcpSearchEngine

        { Get-NcpRollingUpgradeProgress 3427188 -Session $session } | Should -Throw -ErrorId 'SessionClosed,*'
        { Get-NcpRollingUpgradeProgress 3427188 } | Should -Throw -ErrorId 'NotConnected,*'
    }
}
