namespace NcpSearchEngine.Emulator;

/// <summary>The service behind the gateway: finds the operation and the cluster, and checks what all operations check.</summary>
internal sealed class SearchEngineService(ClusterCatalog clusters, bool requireRegionNo)
{
    public ValueTask<EmulatedAnswer> AnswerAsync(EmulatedRequestContext request) => request.Operation switch
    {
        OperationNames.Progress => OfBodyAsync(request, ProgressAnswer.Of),
        OperationNames.PreCheck => OfBodyAsync(request, UpgradeStartAnswer.PreCheck),
        OperationNames.StartUpgrade => OfBodyAsync(request, UpgradeStartAnswer.Start),
        OperationNames.ClusterInfo => OfClusterAsync(request, ClusterInfoAnswer.Of),
        OperationNames.ClusterNodeList => OfClusterAsync(request, NodeListAnswer.Of),
        OperationNames.ClusterInfoList => new(ClusterListAnswer.Of(request, clusters)),
        OperationNames.VersionList => new(VersionListAnswer.Of(request)),
        _ => new(GatewayError.NoRoute),
    };

    /// <summary>The operations around an upgrade name their cluster in the body, and on the public site the region too.</summary>
    private ValueTask<EmulatedAnswer> OfBodyAsync(EmulatedRequestContext request, Func<EmulatedRequestContext, EmulatedCluster, EmulatedAnswer> answer) =>
        request.Parameters switch
        {
            null => new(GatewayError.BadRequest),
            { ServiceGroupInstanceNo: null or "" } => new(ServiceFailure.NumberMissing(request)),
            { RegionNo: null or "" } when requireRegionNo => new(ServiceFailure.RegionMissing(request)),
            _ => OfClusterAsync(request, answer),
        };

    private async ValueTask<EmulatedAnswer> OfClusterAsync(EmulatedRequestContext request, Func<EmulatedRequestContext, EmulatedCluster, EmulatedAnswer> answer)
    {
        if (clusters.Find(request.ClusterNo) is not { IsAllowed: true } cluster)
        {
            return ServiceFailure.NoSuchCluster(request);
        }

        return await cluster.AnswerAsync(request) ?? answer(request, cluster);
    }
}
