import { Module } from '@nestjs/common';
import type { DynamicModule, OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { UnitOfWork } from '../unit-of-work/unit-of-work';
import { createDataSource } from './create-data-source';
import type { DataSourceSettings } from './create-data-source';

/** A service's database: its `DataSource` in the app role, and its `UnitOfWork`. Import once, in the app module. */
@Module({})
export class PersistenceModule implements OnApplicationShutdown {
  constructor(private readonly dataSource: DataSource) {}

  static forService(settings: DataSourceSettings): DynamicModule {
    return {
      module: PersistenceModule,
      global: true,
      providers: [
        { provide: DataSource, useFactory: (): Promise<DataSource> => createDataSource(settings).initialize() },
        UnitOfWork,
      ],
      exports: [DataSource, UnitOfWork],
    };
  }

  /** Nest calls this after requests and consumers have ended, so nobody loses a connection in mid-work. */
  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
