using System.Management.Automation;
using NcpSearchEngine.Client;
using NcpSearchEngine.Hosts;

namespace NcpSearchEngine.Commands;

/// <summary>Takes only what a time zone can be: whole minutes, at most 14 hours from UTC.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateUtcOffsetAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is TimeSpan offset && (offset.Duration() > TimeSpan.FromHours(14) || offset.Ticks % TimeSpan.TicksPerMinute != 0))
        {
            // A parameter is checked before its command begins.
            MessageLanguage.UICulture = HostCulture.UICultureOf(engineIntrinsics.Host);
            throw new ValidationMetadataException(ModuleMessages.InvalidUtcOffset);
        }
    }
}
