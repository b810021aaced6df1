using System.Collections;
using System.Management.Automation;

namespace NcpSearchEngine.Commands;

/// <summary>Takes the instance number out of an object that has one.</summary>
/// <remarks>PowerShell would rather turn a whole object into text than convert the number that is one of its properties, as in what ConvertFrom-Json makes.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InstanceNoOfAttribute : ArgumentTransformationAttribute
{
    private static readonly string[] _names = ["ServiceGroupInstanceNo", "ClusterNo"];

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : inputData;
        return value is IList list ? list.Cast<object?>().Select(Of).ToArray() : Of(inputData);
    }

    private static object? Of(object? item)
    {
        if (item is null or string || (item is PSObject { BaseObject: string or ValueType }) || item is ValueType)
        {
            return item;
        }

        if (item is IDictionary dictionary)
        {
            return _names.Where(dictionary.Contains).Select(name => dictionary[name]).FirstOrDefault() ?? item;
        }

        PSObject value = PSObject.AsPSObject(item);
        return _names.Select(name => value.Properties[name]?.Value).FirstOrDefault(static no => no is not null) ?? item;
    }
}
