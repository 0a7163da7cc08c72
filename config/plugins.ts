import type { Core } from '@strapi/strapi';

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  webinars: {
    enabled: true,
    config: {
      secret: env('WEBINARS_SECRET'),
      siteUrl: env('SITE_URL', ''),
      jobs: env('WEBINARS_JOBS', 'on'),
      rateLimit: env('WEBINARS_RATE_LIMIT', '60'),
      mailLimits: {
        perSecond: env('MAIL_LIMIT_PER_SECOND', '0'),
        perMinute: env('MAIL_LIMIT_PER_MINUTE', '0'),
        perDay: env('MAIL_LIMIT_PER_DAY', '0'),
      },
      trustProxy: env('TRUST_PROXY', '0'),
      metricsToken: env('WEBINARS_METRICS_TOKEN'),
      answerCache: env('WEBINARS_ANSWER_CACHE', 'on'),
    },
  },
  email: {
    config: {
      provider: 'nodemailer',
      providerOptions: {
        host: env('SMTP_HOST', '127.0.0.1'),
        port: env.int('SMTP_PORT', 587),
        secure: env.bool('SMTP_SECURE', false),
        ...(env('SMTP_USERNAME') && {
          auth: { user: env('SMTP_USERNAME'), pass: env('SMTP_PASSWORD') },
        }),
        pool: true,
        maxConnections: env.int('SMTP_CONNECTIONS', 5),
        maxMessages: 500,
        connectionTimeout: 10_000,
        greetingTimeout: 10_000,
        socketTimeout: 20_000,
      },
      settings: {
        defaultFrom: env('MAIL_FROM', 'Webinars <webinars@localhost>'),
        defaultReplyTo: env('MAIL_REPLY_TO') || env('MAIL_FROM', 'Webinars <webinars@localhost>'),
      },
    },
  },
});
