using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace NcpSearchEngine.Emulator;

/// <summary>What the emulator answers to one request.</summary>
public sealed record EmulatedAnswer
{
    /// <summary>The content type of every answer of the service.</summary>
    public const string JsonContentType = "application/json;charset=UTF-8";

    /// <summary>The HTTP status.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The bytes of the body.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The content type; null sends none.</summary>
    public string? ContentType { get; init; } = JsonContentType;

    /// <summary>Headers beside the usual ones; one of the same name replaces the usual one.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Whether the answer has a <c>Date</c> header.</summary>
    public bool HasDate { get; init; } = true;

    /// <summary>How the answer goes out where that is not simply whole.</summary>
    internal Func<HttpContext, EmulatedAnswer, Task>? Delivery { get; init; }

    /// <summary>Whether no answer goes out at all.</summary>
    internal bool BreaksConnection { get; init; }

    /// <summary>The status that the log keeps: none where the answer never gets as far as a status.</summary>
    internal int? StatusToLog => BreaksConnection ? null : Status;

    /// <summary>An answer with this JSON text.</summary>
    public static EmulatedAnswer FromString(string json) => new() { Body = Encoding.UTF8.GetBytes(json) };

    /// <summary>An answer with this JSON text, so that a script can simply return a string.</summary>
    [return: NotNullIfNotNull(nameof(json))]
    public static implicit operator EmulatedAnswer?(string? json) => json is null ? null : FromString(json);
}
