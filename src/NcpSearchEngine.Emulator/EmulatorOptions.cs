using System.Net;

namespace NcpSearchEngine.Emulator;

/// <summary>How an emulator is set up. Nothing has to be given.</summary>
public sealed class EmulatorOptions
{
    /// <summary>The access key id that the emulator accepts unless told otherwise; a fake one.</summary>
    public const string FakeAccessKey = "FAKEACCESSKEY0000000";

    /// <summary>The secret that belongs to <see cref="FakeAccessKey"/>.</summary>
    public const string FakeSecretKey = "FAKESECRETKEY00000000000000000000000000A";

    /// <summary>The port to listen on; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The address to listen on. Anything but loopback lets others on the network reach the emulator.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The access key id that requests are signed with.</summary>
    public string AccessKey { get; init; } = FakeAccessKey;

    /// <summary>The secret key that requests are signed with.</summary>
    public string SecretKey { get; init; } = FakeSecretKey;

    /// <summary>How many times faster than in life an upgrade proceeds. The dates written are real ones all the same.</summary>
    public double Speed { get; init; } = 60;

    /// <summary>Whether the operations around an upgrade refuse a body without <c>regionNo</c>, as the public site's pages say.</summary>
    public bool RequireRegionNo { get; init; }

    /// <summary>Where the emulator has its time from.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The service's clock against <see cref="TimeProvider"/>.</summary>
    public TimeSpan ClockOffset { get; init; }

    /// <summary>The zone of the dates that the service writes without saying so.</summary>
    public TimeSpan ServiceUtcOffset { get; init; } = TimeSpan.FromHours(9);

    /// <summary>Whether the standard clusters are there from the start.</summary>
    public bool Examples { get; init; } = true;

    /// <summary>The role that the metadata service names.</summary>
    public string RoleName { get; init; } = "emulated-role";

    /// <summary>How long the keys of a server role are good for.</summary>
    public TimeSpan RoleKeyLifetime { get; init; } = TimeSpan.FromHours(6);

    /// <summary>How many requests the log keeps; the counts go on after that.</summary>
    public int RequestLogCapacity { get; init; } = 200_000;
}
