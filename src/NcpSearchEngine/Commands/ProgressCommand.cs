using System.Management.Automation;
using NcpSearchEngine.Client;

namespace NcpSearchEngine.Commands;

/// <summary>A cmdlet that is told clusters and emits their nodes, or a summary of each.</summary>
public abstract class ProgressCommand : ServiceCommand
{
    /// <summary>The instance numbers of the clusters.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ClusterNo")]
    [InstanceNoOf]
    [ArgumentCompleter(typeof(InstanceNoCompleter))]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string?[]? ServiceGroupInstanceNo { get; set; }

    /// <summary>One object a cluster in place of one a node.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    internal void Emit(ServiceResponse<Client.RollingUpgrade> answer, NcpSearchEngineSession session)
    {
        if (Summary)
        {
            WriteObject(new RollingUpgrade(answer.Value, answer.RequestId, session.Name));
            return;
        }

        foreach (Client.RollingUpgradeNode node in answer.Value.Nodes)
        {
            WriteObject(new RollingUpgradeNode(answer.Value, node, answer.RequestId, session.Name));
        }
    }
}
