namespace NcpSearchEngine.Client;

/// <summary>An error of this library. Its message says what to do next; no key is ever part of it.</summary>
public class NcpSearchEngineException : Exception
{
    /// <summary>Makes an error.</summary>
    /// <param name="errorId">What went wrong.</param>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="innerException">The cause, if another exception was.</param>
    public NcpSearchEngineException(NcpErrorId errorId, string message, Exception? innerException = null)
        : base(message, innerException) => ErrorId = errorId;

    /// <summary>What went wrong.</summary>
    public NcpErrorId ErrorId { get; }
}
