using System.Text.Json.Serialization;

namespace NcpSearchEngine.Client;

/// <summary>Everything that is read from the service as JSON, by generated code: nothing is reflected at run time.</summary>
/// <remarks>The properties can be set, not only initialized: generated code would gather init-only values in an array first and then make the object.</remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(LenientStringConverter)])]
[JsonSerializable(typeof(Envelope<AnyResult>))]
[JsonSerializable(typeof(Envelope<ProgressRecord>))]
[JsonSerializable(typeof(Envelope<ClusterRecord>))]
[JsonSerializable(typeof(Envelope<ClusterPageRecord>))]
[JsonSerializable(typeof(Envelope<VersionListRecord>))]
internal sealed partial class ServiceJsonContext : JsonSerializerContext;

/// <summary>Everything that is written to the service as JSON, straight to UTF-8.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(ProgressRequest))]
internal sealed partial class RequestJsonContext : JsonSerializerContext;
