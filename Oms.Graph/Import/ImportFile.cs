using Oms.Domain.Refusals;

namespace Oms.Graph.Import;

/// <summary>A file to import.</summary>
/// <param name="Name">What it is called in messages.</param>
/// <param name="Open">Opens its bytes, compressed or not, as a stream that can be sought in; or says why they can not be had.</param>
internal sealed record ImportFile(string Name, Func<Result<Stream>> Open);
