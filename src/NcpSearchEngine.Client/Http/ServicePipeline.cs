namespace NcpSearchEngine.Client;

/// <summary>Carries one call through retry, signer and HTTP to an envelope that says success.</summary>
internal sealed class ServicePipeline(HttpTransport transport, ServiceClock clock, RetryPolicy retryPolicy)
{
    /// <exception cref="NcpSearchEngineException">The last failure, once no retry is left.</exception>
    internal async Task<ServiceAnswer<T>> CallAsync<T>(
        ServiceRequest request,
        EnvelopeParser<T> parse,
        CancellationToken cancellationToken)
    {
        bool clockCorrected = false;
        int failures = 0;
        long? firstFailedAt = null;
        for (int attempts = 1; ; attempts++)
        {
            NcpSearchEngineException failure;
            try
            {
                RawResponse raw = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
                try
                {
                    Envelope<T> envelope = EnvelopeReader.Read(request, raw, transport.Host, parse);
                    retryPolicy.Succeeded(failures);
                    return new ServiceAnswer<T>(envelope, raw, attempts);
                }
                catch (NcpApiException refused) when (refused.ErrorId == NcpErrorId.AuthenticationFailed)
                {
                    // A request whose signature was refused has done nothing, so that even a change may be sent again.
                    if (CorrectClock(refused, raw, ref clockCorrected))
                    {
                        continue;
                    }

                    throw;
                }
            }
            catch (NcpSearchEngineException exception) when (request.IsRepeatable && retryPolicy.Allows(exception, failures + 1))
            {
                failure = exception;
                failures++;
            }

            TimeSpan delay = RetryPolicy.DelayAfter(failures, (failure as NcpApiException)?.RetryAfter);
            long failedAt = clock.TimeProvider.GetTimestamp();
            firstFailedAt ??= failedAt;
            if (!retryPolicy.TryBegin(clock.TimeProvider.GetElapsedTime(firstFailedAt.Value, failedAt), delay))
            {
                throw failure;
            }

            await clock.TimeProvider.Delay(delay, cancellationToken).ConfigureAwait(false);
        }
    }

    private bool CorrectClock(NcpApiException refused, RawResponse raw, ref bool clockCorrected)
    {
        if (clockCorrected)
        {
            throw refused.As(NcpErrorId.AuthenticationFailed, Messages.RefusedAfterClockCorrection(refused.Message, clock.Offset));
        }

        switch (clock.Compare(raw.SignedAt, raw.Date))
        {
            case ClockComparison.Corrected:
                return clockCorrected = true;
            case ClockComparison.Unknown:
                throw refused.As(NcpErrorId.ClockSkew, Messages.ClockUnknown(refused.Message, raw.Date, clock.Now));
            default:
                return false;
        }
    }
}
