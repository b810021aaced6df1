using System.Globalization;

namespace NcpSearchEngine.Emulator;

/// <summary>What is the same for every cluster here, because nothing hangs on it.</summary>
internal static class ClusterFacts
{
    public const string CreateDate = "2024-03-05 21:10:00";
    public const string ServerStatus = "RUN";
    public const string Subnet = "emulated-subnet";
    public const string VpcName = "emulated-vpc";
    public const int VpcNo = 4242;

    public static int InstanceNo(int index) => 20_000_001 + index;

    public static string PrivateIp(int index) => string.Create(CultureInfo.InvariantCulture, $"10.0.{index / 250}.{(index % 250) + 6}");

    /// <summary>How many nodes have this role; a data node is a data node whether it may be master too or not.</summary>
    public static int Count(this ClusterState state, string roleCode) =>
        state.Nodes.Count(node => node.RoleCode == roleCode || (roleCode == "D" && node.RoleCode == "DO"));
}
