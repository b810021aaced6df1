using System.Management.Automation;

namespace NcpSearchEngine.Commands;

/// <summary>What the caller wants of errors, warnings and progress: by the common parameter, else by the preference variable.</summary>
internal sealed class StreamPreferences(PSCmdlet command)
{
    internal bool StopAtErrors => Read("ErrorAction", "ErrorActionPreference") == ActionPreference.Stop;

    internal bool ShowProgress => Read("ProgressAction", "ProgressPreference") is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);

    /// <summary>Somebody wants warnings otherwise than shown, or wants to have them.</summary>
    internal bool WantWarnings => IsGiven("WarningAction") || IsGiven("WarningVariable") || Read("WarningAction", "WarningPreference") != ActionPreference.Continue;

    private bool IsGiven(string parameter) => command.MyInvocation.BoundParameters.ContainsKey(parameter);

    /// <returns>Null where neither says anything that can be read.</returns>
    private ActionPreference? Read(string parameter, string variable) =>
        command.MyInvocation.BoundParameters.TryGetValue(parameter, out object? given) ? given as ActionPreference?
        : command.SessionState.PSVariable.GetValue(variable) is { } value && LanguagePrimitives.TryConvertTo(value, out ActionPreference preference) ? preference
        : null;
}
