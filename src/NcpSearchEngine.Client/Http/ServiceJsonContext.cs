using System.Text.Json.Serialization;

namespace NcpSearchEngine.Client;

/// <summary>Everything that is read from the service as JSON, by generated code: nothing is reflected at run time. For the progress see <see cref="ProgressEnvelope"/>.</summary>
/// <remarks>The properties can be set, not only initialized: generated code would gather init-only values in an array first and then make the object.</remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(LenientStringConverter)])]
[JsonSerializable(typeof(Envelope<AnyResult>))]
[JsonSerializable(typeof(Envelope<ClusterRecord>))]
[JsonSerializable(typeof(Envelope<ClusterPageRecord>))]
[JsonSerializable(typeof(Envelope<VersionListRecord>))]
internal sealed partial class ServiceJsonContext : JsonSerializerContext;
