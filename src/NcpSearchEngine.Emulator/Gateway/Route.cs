namespace NcpSearchEngine.Emulator;

/// <summary>What a method and a path lead to.</summary>
/// <param name="Operation">The operation's name.</param>
/// <param name="ClusterNo">The cluster number in the path, if the operation has it there.</param>
internal readonly record struct Route(string Operation, string? ClusterNo)
{
    /// <summary>The route, or null where the gateway knows none; the wrong method is none.</summary>
    public static Route? Of(string method, string path)
    {
        if (RoleKeys.IsMetadata(path))
        {
            return method == "GET" ? new Route(OperationNames.RoleKeys, null) : null;
        }

        if (Region.Find(path) is not { } region)
        {
            return null;
        }

        return path[region.Prefix.Length..].Split('/') switch
        {
            [var name] when method == "POST" && IsPost(name) => new Route(name, null),
            [var name] when method == "GET" && IsGet(name) => new Route(name, null),
            [var name, { Length: > 0 } no] when method == "GET" && IsGetWithNumber(name) => new Route(name, no),
            _ => null,
        };
    }

    private static bool IsPost(string name) => name is OperationNames.Progress or OperationNames.PreCheck or OperationNames.StartUpgrade;

    private static bool IsGet(string name) => name is OperationNames.ClusterInfoList or OperationNames.VersionList;

    private static bool IsGetWithNumber(string name) => name is OperationNames.ClusterInfo or OperationNames.ClusterNodeList;
}
