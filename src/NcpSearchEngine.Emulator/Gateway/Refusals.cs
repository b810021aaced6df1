namespace NcpSearchEngine.Emulator;

/// <summary>Why the gateway refuses a request, as <see cref="RequestRecord.Refusal"/> tells it. The answer itself does not.</summary>
public static class Refusals
{
    /// <summary>One of the three headers is not there.</summary>
    public const string HeadersMissing = "headers missing";

    /// <summary>The timestamp is unreadable, or five minutes or more away.</summary>
    public const string ClockOff = "clock off";

    /// <summary>There is no such access key, or it has expired.</summary>
    public const string UnknownAccessKey = "unknown access key";

    /// <summary>The key is known, the signature is not its.</summary>
    public const string WrongSignature = "wrong signature";
}
