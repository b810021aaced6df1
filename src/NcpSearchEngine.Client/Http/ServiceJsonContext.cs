using System.Text.Json.Serialization;

namespace NcpSearchEngine.Client;

/// <summary>Everything that is read from or written to the service as JSON, by generated code: nothing is reflected at run time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(LenientStringConverter), typeof(LenientCountConverter)])]
[JsonSerializable(typeof(Envelope<AnyResult>))]
[JsonSerializable(typeof(Envelope<ProgressRecord>))]
[JsonSerializable(typeof(Envelope<ClusterRecord>))]
[JsonSerializable(typeof(Envelope<ClusterPageRecord>))]
[JsonSerializable(typeof(Envelope<VersionListRecord>))]
[JsonSerializable(typeof(ProgressRequest))]
internal sealed partial class ServiceJsonContext : JsonSerializerContext;
