# For build.ps1, the samples, the step of the action and the Pester suite: Invoke-ScriptAnalyzer -Path . -Recurse -Settings ./PSScriptAnalyzerSettings.psd1
@{
    Severity = @('Error', 'Warning', 'Information')

    ExcludeRules = @(
        # Scripts that talk to a person or to the log of a CI host do so by Write-Host.
        'PSAvoidUsingWriteHost'
        # Files are UTF-8 without a mark (.editorconfig); a script that Windows PowerShell reads has ASCII only.
        'PSUseBOMForUnicodeEncodedFile'
        # What BeforeAll of Pester sets is used in other blocks, which the rule does not see.
        'PSUseDeclaredVarsMoreThanAssignments'
        # Functions of scripts and tests are not part of the module's surface.
        'PSUseShouldProcessForStateChangingFunctions'
        'PSUseSingularNouns'
    )

    Rules = @{
        PSUseConsistentIndentation = @{ Enable = $true; Kind = 'space'; IndentationSize = 4; PipelineIndentation = 'IncreaseIndentationForFirstPipeline' }
        PSPlaceOpenBrace = @{ Enable = $true; OnSameLine = $true; NewLineAfter = $true; IgnoreOneLineBlock = $true }
        PSPlaceCloseBrace = @{ Enable = $true; NewLineAfter = $true; IgnoreOneLineBlock = $true; NoEmptyLineBefore = $false }
        PSAvoidTrailingWhitespace = @{ Enable = $true }
        PSAvoidSemicolonsAsLineTerminators = @{ Enable = $true }
        PSUseCorrectCasing = @{ Enable = $true }

        # The examples and the suite run in Windows PowerShell 5.1 and in PowerShell 7; build.ps1 too.
        PSUseCompatibleSyntax = @{ Enable = $true; TargetVersions = @('5.1', '7.0') }
    }
}
